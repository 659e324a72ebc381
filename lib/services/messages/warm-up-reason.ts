/** The first word of the `automaticReason` of warm-up mail; the rule that told it stands behind a colon. */
export const WARM_UP = "warm_up";
