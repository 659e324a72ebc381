import type { Database } from "@/lib/db/client";
import type { campaigns, leads, mailboxes, threads } from "@/lib/db/schema";
import type { SendingWindow } from "@/lib/domain/sending-window";
import type { MachineWindows } from "@/lib/domain/machine-windows";
import { weekendOf } from "@/lib/domain/weekend-of";
import { holidaysOf } from "../holidays/holidays-of";
import { leadCountry } from "../leads/lead-country";
import { zoneOfThread } from "../leads/zone-of-thread";

/** What the machine's sends of a thread are bound by. */
export type BoundBy = {
  mailbox: typeof mailboxes.$inferSelect;
  thread: typeof threads.$inferSelect | null;
  lead: typeof leads.$inferSelect | null;
  campaign: typeof campaigns.$inferSelect | null;
};

/** The windows of a thread's mailbox and campaign, the latter on the lead's clock, and the free days of the lead's country around `at`. */
export async function machineWindows(tx: Database, bound: BoundBy, at: Date): Promise<MachineWindows> {
  const { mailbox, campaign, lead } = bound;
  const country = lead && countryOf(lead, at);
  const day = (ahead: number) => new Date(at.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
  return {
    mailbox: windowOf(mailbox),
    mailboxZone: mailbox.timeZone,
    campaign: campaign && windowOf(campaign),
    leadZone: await zoneOfThread(tx, bound, at),
    weekend: weekendOf(country),
    holidays: country === null ? [] : holidaysOf(country, day(-DAYS_BACK), day(DAYS_AHEAD)).map(({ date }) => date),
  };
}

/** A step that is late was due not long before, or a person is asked anyway. */
const DAYS_BACK = 14;
const DAYS_AHEAD = 60;

/** Where the lead is, as far as more than a zone tells it: a zone has many countries' holidays. */
function countryOf(lead: NonNullable<BoundBy["lead"]>, at: Date): string | null {
  const told = leadCountry(lead, at, false);
  return told && told.why !== "zone" && told.certainty !== "guess" ? told.country : null;
}

type Columns = { windowDays: number[] | null; windowStart: string | null; windowEnd: string | null };

const windowOf = ({ windowDays: days, windowStart: start, windowEnd: end }: Columns): SendingWindow | null =>
  days && start && end ? { days, start, end } : null;
