/** The key that goes with shortcuts on this machine, as `aria-keyshortcuts` names it. Only for what is drawn in the browser. */
export const modKey = (): "Meta" | "Control" =>
  typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform) ? "Meta" : "Control";
