import type { SendingWindowInput } from "@/lib/services/sending-window-schemas";

/** A sending window as its three columns, in mailboxes and campaigns alike; all null is always. */
export const windowColumns = (window: SendingWindowInput | null) => ({
  windowDays: window && [...new Set(window.days)].toSorted((a, b) => a - b),
  windowStart: window && window.start,
  windowEnd: window && window.end,
});
