import type { MailboxLane, Schedule } from "@/lib/domain/schedule-item";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { may, type Context } from "@/lib/services/context";
import { capacityOf } from "./capacity";
import { judgeTimes } from "./judge-times";
import { mailboxLanes, peopleLanes } from "./lanes";
import { meetingsOfSpan } from "./meeting-items";
import { readerSpan } from "./reader-span";
import { remindersOfSpan } from "./reminder-items";
import { repliesInTrouble, repliesOfSpan } from "./reply-items";
import { returnsOfSpan } from "./return-items";
import type { ListScheduleInput } from "./schemas";
import { lateTasks, tasksOfSpan } from "./task-items";
import { withThreads } from "./with-threads";

/** More than anybody reads in a month; a screen of them is quick. */
const MOST_ITEMS = 3000;
const MOST_IN_TROUBLE = 500;
const MOST_LATE = 100;

/**
 * What stands on the calendar in a span, in order of time, and all that needs a person, the newest first,
 * then their own tasks whose day is over. What needs somebody and
 * lies in the span stands in both. Everybody sees what hangs in threads; reminders and snoozes are only the reader's own. What takes
 * whole days is that of the days which the span touches on the reader's clock. By a fixed number of queries, however much there is.
 */
export async function listSchedule(ctx: Context, input: ListScheduleInput): Promise<Schedule> {
  may(ctx.actor, "plan.read");
  const { from, to, ...narrowed } = input;
  const filter = {
    ...(narrowed.mailboxId ? { mailboxId: narrowed.mailboxId } : {}),
    ...(narrowed.memberId ? { memberId: narrowed.memberId } : {}),
  };
  const span = { ...(await readerSpan(ctx, { from, to })), ...filter };
  // One more than is shown tells that there are more.
  const most = MOST_ITEMS + 1;
  const found = [
    await repliesOfSpan(ctx, span, most),
    await remindersOfSpan(ctx, span, most),
    await tasksOfSpan(ctx, span, most),
    await returnsOfSpan(ctx, span, most),
    await meetingsOfSpan(ctx, span),
  ].flat();
  const today = wallTimeOf(ctx.now(), span.zone).date;
  const inTrouble = await repliesInTrouble(ctx, filter, MOST_IN_TROUBLE + 1);
  const late = await lateTasks(ctx, filter, today, MOST_LATE + 1);
  const trouble = [...inTrouble.slice(0, MOST_IN_TROUBLE), ...late.slice(0, MOST_LATE)];
  const lanes = await mailboxLanes(ctx);
  const inTime = found.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(0, MOST_ITEMS);
  const told = await withThreads(ctx, [...inTime, ...trouble]);
  const judged = judgeTimes(told, new Map(lanes.map((lane) => [lane.id, lane])), span, input.locale);
  const items = judged.items.slice(0, inTime.length);
  return {
    items,
    trouble: judged.items.slice(inTime.length),
    capacity: await capacityOf(ctx, lanes, span),
    mailboxes: lanesShown(lanes, new Set(judged.items.map(({ mailboxId }) => mailboxId))),
    people: await peopleLanes(ctx),
    holidays: judged.holidays,
    isWhole: found.length <= MOST_ITEMS && inTrouble.length <= MOST_IN_TROUBLE && late.length <= MOST_LATE,
  };
}

const lanesShown = (lanes: Awaited<ReturnType<typeof mailboxLanes>>, used: Set<string>): MailboxLane[] =>
  lanes.filter(({ id, isRemoved }) => !isRemoved || used.has(id)).map(({ isRemoved: _removed, ...lane }) => lane);
