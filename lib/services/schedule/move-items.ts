import { AppError } from "@/lib/core/errors";
import type { Move, MoveOutcome } from "@/lib/domain/schedule-item";
import { may, type Context } from "@/lib/services/context";
import { rescheduleReply } from "@/lib/services/replies/reschedule-reply";
import { editTask } from "@/lib/services/tasks/edit-task";
import { movableItems, type MovableItem } from "./movable-items";
import { moveReminder } from "./move-reminder";
import type { MoveItemsInput } from "./schemas";

/**
 * Gives replies, reminders, snoozes and tasks other times, each by the rules of its kind and each on its own, so that one which has left
 * meanwhile does not keep the others. Taken back by the same verb, with the moves that are returned as `undo`.
 * @returns an outcome for each, in the order asked for
 */
export async function moveItems(ctx: Context, { moves }: MoveItemsInput): Promise<{ outcomes: MoveOutcome[] }> {
  may(ctx.actor, "reply.send");
  const items = await movableItems(ctx, moves);
  const outcomes = new Map<string, MoveOutcome>();
  // One after the other, the earliest first: a step of follow-ups takes those behind it along before they get times of their own.
  const timeOf = ({ id }: { id: string }) => items.get(id)?.at?.getTime() ?? 0;
  for (const { zone, ...move } of moves.toSorted((a, b) => timeOf(a) - timeOf(b)))
    outcomes.set(move.id, await moveOne(ctx, { ...move, zone: zone ?? null }, items.get(move.id)));
  return { outcomes: moves.flatMap(({ id }) => outcomes.get(id) ?? []) };
}

async function moveOne(ctx: Context, move: Move, item: MovableItem | undefined): Promise<MoveOutcome> {
  const { kind, id, at, zone } = move;
  if (!item || item.kind !== kind) return { kind, id, ok: false, reason: "not_found" };
  try {
    if (kind === "reply")
      await rescheduleReply(ctx, { replyId: id, scheduledTime: at, scheduledZone: zone ?? item.zone ?? item.wallZone });
    else if (kind === "task") await editTask(ctx, { taskId: id, dueOn: new Date(at).toISOString().slice(0, 10) });
    else await moveReminder(ctx, { reminderId: id, kind, at: new Date(at) });
    return { kind, id, ok: true, at: new Date(at).toISOString(), undo: undoOf(item, ctx.now()) };
  } catch (error) {
    if (error instanceof AppError) return { kind, id, ok: false, reason: reasonOf(error) };
    throw error;
  }
}

/**
 * As it stood before any of them was moved; what a window had put off goes back to where it was shown. A reply's time that is over would
 * send it at once; a task may be late.
 */
function undoOf({ kind, id, at, shownAt, zone }: MovableItem, now: Date): Move | null {
  const former = [at, shownAt].find((time) => time && (kind === "task" || time > now));
  return former ? { kind, id, at: former.toISOString(), zone } : null;
}

const reasonOf = ({ code, reason, fields }: AppError): string => reason ?? fields[0]?.reason ?? code;
