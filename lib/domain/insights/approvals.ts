import { ALL_KEY, type InsightCase } from "./insight-case";

/** A decision on a reply that waited for approval, in time on the wall from when it was handed in for it. */
export type Approval = { threadId: number; askedAt: number; decidedAt: number };

export const approvalCase = ({ threadId, askedAt, decidedAt }: Approval): InsightCase => ({
  threadId,
  at: decidedAt,
  tookMs: decidedAt - askedAt,
  keys: [ALL_KEY],
});
