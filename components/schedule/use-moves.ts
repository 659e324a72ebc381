import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { toast } from "@/components/ui/toast";
import { offerAhead } from "@/components/ui/undo-offers";
import type { ActionResult } from "@/lib/actions/action";
import { move, shift } from "@/lib/actions/schedule";
import type { MovableKind, Move, MoveOutcome, Schedule, ScheduleItem } from "@/lib/domain/schedule-item";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { scheduleKeys } from "@/lib/queries/schedule";
import { itemKey } from "./item-state";

type Answer = ActionResult<{ outcomes: MoveOutcome[] }>;
type Movable = ScheduleItem & { kind: MovableKind };

/**
 * Gives items other times at once, with one Undo. The calendar shows them there before the server has answered; when it refuses
 * they go back, with the reason.
 */
export function useMoves() {
  const t = useTranslations("schedule");
  const { viewer } = useViewer();
  const queries = useQueryClient();
  const refusal = (reason: string) => {
    const key = `refused.${reason}` as Parameters<typeof t.has>[0];
    return t(t.has(key) ? key : "refused.unavailable");
  };

  const settle = () => queries.invalidateQueries({ queryKey: scheduleKeys.all });
  const place = async (times: ReadonlyMap<string, string>) => {
    await queries.cancelQueries({ queryKey: scheduleKeys.spans });
    const before = queries.getQueriesData<Schedule>({ queryKey: scheduleKeys.spans });
    queries.setQueriesData<Schedule>({ queryKey: scheduleKeys.spans }, (known) => known && withTimes(known, times));
    return () => before.forEach(([key, known]) => queries.setQueryData(key, known));
  };

  /** @param times what is shown at once, by key @param ask what the server is to do @param title what to say once it has */
  const change = async (times: Map<string, string>, ask: () => Promise<Answer>, title: string): Promise<void> => {
    if (!navigator.onLine) return void toast(t("refused.unreachable"), { tone: "bad" });
    const end = offerAhead();
    const takeBack = await place(times);
    const answer = await ask().catch(() => null);
    const outcomes = answer?.ok ? answer.data.outcomes : [];
    const undos = outcomes.flatMap((outcome) => (outcome.ok && outcome.undo ? [outcome.undo] : []));
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.reason]));
    const hasFailed = !answer?.ok || outcomes.every(({ ok }) => !ok);
    if (hasFailed) takeBack();
    const reason = refused[0] ?? (answer && !answer.ok ? (answer.error.reason ?? answer.error.code) : "unreachable");
    const undoAll = undos.length > 0 ? () => void undo(undos) : null;
    end(undoAll, (of) => {
      toast(hasFailed ? refusal(reason) : title, {
        tone: hasFailed ? "bad" : refused.length > 0 ? "warn" : "good",
        ...(!hasFailed && refused.length > 0 ? { description: t("refusedSome", { count: refused.length }) } : {}),
        ...(undoAll ? { action: { label: t("undo"), onPress: undoAll, of } } : {}),
      });
    });
    await settle();
  };

  const undo = async (moves: Move[]): Promise<void> => {
    const takeBack = await place(new Map(moves.map((each) => [itemKey(each), each.at])));
    const answer = await move({ moves }).catch(() => null);
    const isDone = answer?.ok === true && answer.data.outcomes.every(({ ok }) => ok);
    if (!isDone) takeBack();
    toast(t(isDone ? "undone" : "notUndone"), { tone: isDone ? "plain" : "bad" });
    await settle();
  };

  return {
    refusal,
    change,
    move: (item: Movable, at: Date, title: string) => {
      const time = item.isAllDay ? `${wallTimeOf(at, viewer.timeZone).date}T00:00:00.000Z` : at.toISOString();
      const moves = [{ kind: item.kind, id: item.id, at: time }];
      return change(new Map([[itemKey(item), time]]), () => move({ moves }), title);
    },
    /** Some days on or back, each at its own time of its own day. */
    shift: (items: Movable[], days: number, title: string) => {
      const named = items.map(({ kind, id }) => ({ kind, id }));
      return change(new Map(), () => shift({ items: named, days }), title);
    },
  };
}

function withTimes(schedule: Schedule, times: ReadonlyMap<string, string>): Schedule {
  if (times.size === 0) return schedule;
  const moved = (item: ScheduleItem) => {
    const at = times.get(itemKey(item));
    return at ? { ...item, at } : item;
  };
  return { ...schedule, items: schedule.items.map(moved), trouble: schedule.trouble.map(moved) };
}
