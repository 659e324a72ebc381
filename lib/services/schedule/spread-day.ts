import { and, desc, eq, gte, inArray, lt, or } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { mailboxes, replies } from "@/lib/db/schema";
import { dayStart } from "@/lib/domain/next-machine-send";
import type { MoveOutcome } from "@/lib/domain/schedule-item";
import { addDays, instantOf, wallTimeOf, weekdayOf } from "@/lib/domain/wall-time";
import { mailboxesOf } from "@/lib/services/access/mailboxes-of";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { isWithin, type SendingWindow } from "@/lib/domain/sending-window";
import { may, type Context } from "@/lib/services/context";
import { capacityOf } from "./capacity";
import { moveItems } from "./move-items";
import { shownAt } from "./reply-times";
import type { SpreadDayInput } from "./schemas";

/** Further ahead a follow-up would follow nothing any more. */
const MOST_DAYS = 60;

/**
 * Moves what is over a mailbox's cap on a day of its own clock to the next days that have room, within its window and at the same hour
 * where the window has it. The latest of the day go; only what the machine sends by itself or drops on an answer: the time of what a
 * person ordered otherwise is that person's.
 * @returns an outcome for each that had to go, `no_room` where no day within 60 has any; taken back by `moveItems`
 * @throws AppError `not_found` (mailbox)
 */
export async function spreadDay(
  ctx: Context,
  { mailboxId, date }: SpreadDayInput,
): Promise<{ outcomes: MoveOutcome[] }> {
  may(ctx.actor, "reply.send");
  const lane = await laneOf(ctx, mailboxId);
  if (lane.dailyCap === null) return { outcomes: [] };
  const room = await roomAhead(ctx, lane, date);
  const over = -(room.get(date) ?? 0);
  if (over <= 0) return { outcomes: [] };
  const movable = await movableReplies(ctx, lane, date);
  const moving = movable.slice(0, over).toReversed();
  const refused: MoveOutcome[] = [];
  const moves = moving.flatMap(({ id, at }) => {
    const next = nextPlace(wallTimeOf(at, lane.timeZone).time, lane, { room, after: date, now: ctx.now() });
    if (!next) refused.push({ kind: "reply", id, ok: false, reason: "no_room" });
    return next ? [{ kind: "reply" as const, id, at: next.toISOString() }] : [];
  });
  const { outcomes } = await moveItems(ctx, { moves });
  return { outcomes: [...outcomes, ...refused] };
}

type Lane = { id: string; timeZone: string; dailyCap: number | null; window: SendingWindow | null };

async function laneOf({ actor, db }: Context, mailboxId: string): Promise<Lane> {
  const [row] = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.id, mailboxId), mailboxesOf(actor)));
  if (!row) throw new AppError("not_found", { reason: "mailbox" });
  const { id, timeZone, dailyCap, windowDays: days, windowStart: start, windowEnd: end } = row;
  return { id, timeZone, dailyCap, window: days && start && end ? { days, start, end } : null };
}

/** What may still be planned on each of the next days; less than nothing where a day holds too much already. */
async function roomAhead(ctx: Context, lane: Lane, date: string): Promise<Map<string, number>> {
  const days = Array.from({ length: MOST_DAYS + 1 }, (_, ahead) => addDays(date, ahead));
  const from = dayStart(date, lane.timeZone);
  const to = dayStart(addDays(date, MOST_DAYS + 1), lane.timeZone);
  const used = new Map((await capacityOf(ctx, [lane], { from, to })).map((day) => [day.date, day.used]));
  return new Map(days.map((day) => [day, (lane.dailyCap ?? 0) - (used.get(day) ?? 0)]));
}

/** The day's latest first. */
async function movableReplies({ actor, db }: Context, { id, timeZone }: Lane, date: string) {
  return db
    .select({ id: replies.id, at: shownAt })
    .from(replies)
    .where(
      and(
        eq(replies.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, replies.threadId),
        eq(replies.mailboxId, id),
        inArray(replies.status, ["scheduled", "queued"]),
        or(eq(replies.origin, "machine"), eq(replies.scheduleCondition, "if_no_reply")),
        gte(shownAt, dayStart(date, timeZone)),
        lt(shownAt, dayStart(addDays(date, 1), timeZone)),
      ),
    )
    .orderBy(desc(shownAt), desc(replies.id));
}

type Ahead = { room: Map<string, number>; after: string; now: Date };

/** The next day with room on which the window is open, which is then one less. */
function nextPlace(time: string, { window, timeZone }: Lane, { room, after, now }: Ahead): Date | null {
  for (const [day, left] of room) {
    if (day <= after || left <= 0 || (window && !window.days.includes(weekdayOf(day)))) continue;
    const same = instantOf({ date: day, time }, timeZone)?.instant;
    const at = same && isWithin(same, window, timeZone) ? same : window && opening(day, window, timeZone);
    if (!at || at <= now) continue;
    room.set(day, left - 1);
    return at;
  }
  return null;
}

const opening = (date: string, { start }: SendingWindow, zone: string): Date | null =>
  instantOf({ date, time: start }, zone)?.instant ?? null;
