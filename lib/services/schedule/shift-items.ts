import type { MoveOutcome } from "@/lib/domain/schedule-item";
import { addDays, instantOf, wallTimeOf } from "@/lib/domain/wall-time";
import { may, type Context } from "@/lib/services/context";
import { movableItems, type MovableItem } from "./movable-items";
import { moveItems } from "./move-items";
import type { ShiftItemsInput } from "./schemas";

/**
 * Moves what is planned by some days from where the calendar shows it, back where `days` is negative. Each keeps its hour on its lead's
 * clock over a clock change, on the clock that its time was chosen by or the mailbox's where the lead's is not known.
 * @returns an outcome for each, in the order asked for; taken back by `moveItems`
 */
export async function shiftItems(ctx: Context, { items, days }: ShiftItemsInput): Promise<{ outcomes: MoveOutcome[] }> {
  may(ctx.actor, "reply.send");
  const known = await movableItems(ctx, items);
  const moves = items.flatMap(({ kind, id }) => {
    const item = known.get(id);
    const at = item?.shownAt ? shifted(item.shownAt, item, days) : null;
    return item && at ? [{ kind, id, at: at.toISOString(), zone: item.wallZone }] : [];
  });
  const { outcomes } = await moveItems(ctx, { moves });
  const ofItem = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return { outcomes: items.map(({ kind, id }) => ofItem.get(id) ?? { kind, id, ok: false, reason: "not_found" }) };
}

function shifted(at: Date, { wallZone }: MovableItem, days: number): Date | null {
  const { date, time } = wallTimeOf(at, wallZone);
  const moved = instantOf({ date: addDays(date, days), time }, wallZone)?.instant;
  // A wall clock says no seconds; what was chosen to the second stays so.
  return moved ? new Date(moved.getTime() + (at.getTime() % 60_000)) : null;
}
