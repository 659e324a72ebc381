import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { campaigns, leads, mailboxes, threads } from "@/lib/db/schema";
import { bestTime } from "@/lib/domain/best-time";
import type { SendTimes } from "@/lib/domain/send-times";
import { addDays, wallTimeOf } from "@/lib/domain/wall-time";
import { weekendOf } from "@/lib/domain/weekend-of";
import { mailboxesOf } from "@/lib/services/access/mailboxes-of";
import { threadsOf } from "@/lib/services/access/threads-of";
import type { SendingWindow } from "@/lib/domain/sending-window";
import { type Context, may } from "@/lib/services/context";
import { holidaysOf } from "@/lib/services/holidays/holidays-of";
import { leadCountry } from "@/lib/services/leads/lead-country";
import { answerCounts } from "./answer-counts";
import { plannedByDay } from "./planned-by-day";
import type { SendTimesInput } from "./schemas";

/**
 * What binds the machine when it writes to a thread's lead, from its mailbox or another, and when answers came most. Nothing of it
 * binds a person.
 * @throws AppError `not_found` for a thread or a mailbox that is not there or another workspace's
 */
export async function sendTimes(ctx: Context, { id, mailboxId, locale }: SendTimesInput): Promise<SendTimes> {
  const { actor, db, now } = ctx;
  may(actor, "plan.read");
  const [found] = await db
    .select({ mailboxId: threads.mailboxId, lead: leads, campaign: campaigns })
    .from(threads)
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .where(and(eq(threads.id, id), threadsOf(actor)));
  if (!found) throw new AppError("not_found", { reason: "thread" });
  const [mailbox] = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.id, mailboxId ?? found.mailboxId), mailboxesOf(actor)));
  if (!mailbox) throw new AppError("not_found", { reason: "mailbox" });
  const { lead, campaign } = found;
  const told = lead && leadCountry(lead, now());
  const country = told && told.certainty !== "guess" ? told.country : null;
  const today = wallTimeOf(now(), "UTC").date;
  const own = campaign && windowOf(campaign);
  return {
    mailbox: { address: mailbox.address, timeZone: mailbox.timeZone, window: windowOf(mailbox) },
    campaign: campaign && own && { name: campaign.name, window: own },
    country,
    weekend: weekendOf(country),
    holidays: country ? holidaysOf(country, addDays(today, -1), addDays(today, 366), locale) : [],
    capacity: mailbox.dailyCap === null ? [] : await plannedByDay(ctx, mailbox, mailbox.dailyCap),
    best: bestTime(await answerCounts(ctx, { lead, country })),
  };
}

type Windowed = { windowDays: number[] | null; windowStart: string | null; windowEnd: string | null };

const windowOf = ({ windowDays: days, windowStart: start, windowEnd: end }: Windowed): SendingWindow | null =>
  days && start && end ? { days, start, end } : null;
