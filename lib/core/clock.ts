/** The time as verbs see it. Tests pass their own; nothing below the edges calls `new Date()` for the present. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
