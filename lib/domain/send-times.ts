import type { BestTime } from "./best-time";
import type { DayCapacity, Holiday } from "./schedule-item";
import type { SendingWindow } from "./sending-window";

/** What is told in the picker of a thread about the times that may be chosen. */
export type SendTimes = {
  mailbox: { address: string; timeZone: string; window: SendingWindow | null };
  /** The thread's campaign where it has a window of its own. */
  campaign: { name: string; window: SendingWindow } | null;
  /** Where the lead's public holidays and weekend are; null where it is not known or only guessed. */
  country: string | null;
  weekend: number[];
  /** Those of the next twelve months. */
  holidays: Holiday[];
  /** Days of the mailbox on which something leaves, as far as it has a daily cap. */
  capacity: Omit<DayCapacity, "mailboxId">[];
  /** When answers came most; null where too few came to say. */
  best: BestTime | null;
};
