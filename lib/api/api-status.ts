import type { ReplyStatus } from "@/lib/domain/reply-state";

const STATUSES = {
  awaiting_approval: "AWAITING_APPROVAL",
  scheduled: "SCHEDULED",
  queued: "QUEUED",
  sending: "SENDING",
  sent: "COMPLETED",
  handed_over: "SCHEDULED",
  failed: "FAILED",
  unknown: "UNKNOWN",
  cancelled: "CANCELLED",
} as const satisfies Record<ReplyStatus, string>;

export const API_STATUSES = [...new Set(Object.values(STATUSES))];

/** A reply's state in the words of this API. */
export const apiStatus = (status: ReplyStatus) => STATUSES[status];
