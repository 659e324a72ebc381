import type { Incoming } from "./direction-of-message";

/** As far back as the first reading of a connected mailbox goes. */
const LONG_DAYS = 30;
const DAY_MS = 86_400_000;

/** Whether a message is of a past import and so old that nobody waits for its answer any more: its thread is done. */
export const isLongPast = ({ isPast, sentAt }: Pick<Incoming, "isPast" | "sentAt">, seenAt: Date): boolean =>
  isPast && seenAt.getTime() - sentAt.getTime() > LONG_DAYS * DAY_MS;
