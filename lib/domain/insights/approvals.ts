import { ALL_KEY, type InsightCase } from "./insight-case";

/** A decision on a reply that waited for approval, in time on the wall from the beginning of its last round of waiting. */
export type Approval = { threadId: number; waitingSince: number; decidedAt: number };

export const approvalCase = ({ threadId, waitingSince, decidedAt }: Approval): InsightCase => ({
  threadId,
  at: decidedAt,
  tookMs: decidedAt - waitingSince,
  keys: [ALL_KEY],
});
