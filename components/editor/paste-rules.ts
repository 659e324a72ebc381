/** Of what is done to pasted text only addresses become links; Markdown in it is left as it is. */
export const PASTE_RULES = ["link"];
