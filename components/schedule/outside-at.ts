import type { Holiday, JudgedBy, MailboxLane, ScheduleItem } from "@/lib/domain/schedule-item";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { weekendOf } from "@/lib/domain/weekend-of";
import { whyOutside } from "@/lib/domain/why-outside";

export type Outside = { why: "window" | "weekend" } | { why: "holiday"; name: string };

type Judged = Pick<ScheduleItem, "clock"> & { judgedBy?: JudgedBy };

/** Why a machine would not choose a time for what is carried, and which holiday it is; null where nothing speaks against it. */
export function outsideAt(
  at: Date,
  mailbox: MailboxLane | undefined,
  { clock, judgedBy }: Judged,
  holidays: Holiday[],
): Outside | null {
  const mailboxZone = mailbox?.timeZone ?? "UTC";
  const leadZone = clock?.zone ?? null;
  const country = judgedBy?.country ?? null;
  const theirs = holidays.filter((holiday) => holiday.country === country);
  const why = whyOutside(at, {
    mailboxWindow: mailbox?.window ?? null,
    mailboxZone,
    campaignWindow: judgedBy?.campaignWindow ?? null,
    leadZone,
    holidays: theirs,
    weekend: weekendOf(country),
  });
  if (why !== "holiday") return why && { why };
  const { date } = wallTimeOf(at, leadZone ?? mailboxZone);
  return { why, name: theirs.find((holiday) => holiday.date === date)?.name ?? "" };
}

type Read = { shown: Holiday[]; read: () => Promise<Holiday[]> };

/**
 * The same, once the holidays of the lead's own country are read: those of what is shown are of the leads who stand there, and what is
 * carried may come from elsewhere. Where they cannot be read, what is shown has to do.
 */
export async function judgedAt(at: Date, mailbox: MailboxLane | undefined, judged: Judged, { shown, read }: Read) {
  const theirs = judged.judgedBy?.country ? await read().catch(() => []) : [];
  return outsideAt(at, mailbox, judged, [...shown, ...theirs]);
}
