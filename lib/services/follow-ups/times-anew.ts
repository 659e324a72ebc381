import { and, eq, gt, inArray, isNotNull, max, or } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { followUpChains, messages, threads } from "@/lib/db/schema";
import { dayOfReturn, stepTimes } from "@/lib/domain/step-times";
import { wallTimeOf } from "@/lib/domain/wall-time";
import type { ReplyRow } from "../replies/reply-row";

/**
 * When pending steps that follow each other leave, counted from an instant on the clock that they were planned by. None that stands
 * behind the return of its lead is brought before it: the note may have come while the step before was being sent.
 */
export async function timesAnew(tx: Database, steps: ReplyRow[], from: Date): Promise<Date[]> {
  const [first] = steps;
  if (!first) return [];
  const waits = steps.map(({ chainWait }) => chainWait!);
  const zone = first.scheduledZone ?? "UTC";
  const times = stepTimes(waits, { from, zone });
  const returnDate = await awayUntil(tx, first);
  const isBefore = (time: Date) => returnDate !== null && wallTimeOf(time, zone).date < returnDate;
  if (returnDate === null || isBefore(first.dueAt) || !isBefore(times[0]!)) return times;
  return stepTimes(waits, { from, zone, startDate: dayOfReturn(returnDate, waits[0]!) });
}

/** The day of the return that the lead, or a recipient of the step, has told since the chain was planned, if it moves behind that. */
async function awayUntil(tx: Database, { chainId, threadId, to }: ReplyRow): Promise<string | null> {
  const leadId = tx.select({ id: threads.leadId }).from(threads).where(eq(threads.id, threadId));
  const ofLead = tx.select({ id: threads.id }).from(threads).where(inArray(threads.leadId, leadId));
  const addresses = to.map(({ address }) => address.toLowerCase());
  const [note] = await tx
    .select({ returnDate: max(messages.returnDate) })
    .from(followUpChains)
    .innerJoin(messages, gt(messages.firstSeenAt, followUpChains.createdAt))
    .where(
      and(
        eq(followUpChains.id, chainId!),
        eq(followUpChains.awayRule, "move"),
        or(eq(messages.threadId, threadId), inArray(messages.threadId, ofLead)),
        eq(messages.isAutomatic, true),
        isNotNull(messages.returnDate),
        or(inArray(messages.writer, ["lead", "alias"]), inArray(messages.fromAddress, addresses)),
      ),
    );
  return note?.returnDate ?? null;
}
