import type { Story } from "./stories";

/** What should not have been: which rule was broken, by which step, and how. */
export type Complaint = { rule: string; step: Story; detail: string };

export const iso = (millis: number): string => new Date(millis).toISOString();
