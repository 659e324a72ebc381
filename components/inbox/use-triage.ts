import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { toast } from "@/components/ui/toast";
import { offerUndo } from "@/components/ui/undo-offers";
import type { ListFilters } from "@/lib/domain/list-filters";
import type { ThreadChange } from "@/lib/domain/thread-change";
import { type MessageCounts, TRIAGE_LIMIT, type TriagedThread } from "@/lib/domain/triage";
import { filtersQuery, threadKeys } from "@/lib/queries/threads";
import { ownChanges } from "./own-changes";
import { sendChange } from "./send-change";
import { sendUndo } from "./send-undo";
import { changeCached, nameOf, stopReading } from "./triage-cache";
import { summaryOf, undoSummaryOf } from "./triage-summary";
import type { TriageNames } from "./triaged-rows";
import { useOpenThread } from "./use-open-thread";
import { useTriageWords } from "./use-triage-words";
import { useViewer } from "./viewer";
import { randomId } from "@/components/ui/random-id";

/**
 * Changes threads at once and with one Undo, however many they are. Rows and figures move before the server has answered; when
 * it refuses they come back. What is said afterwards is what the server did, thread by thread.
 */
export function useTriage() {
  const t = useTranslations("inbox.triage");
  const words = useTriageWords();
  const queries = useQueryClient();
  const { viewer } = useViewer();
  const { open } = useOpenThread();
  const running = useRef({ count: 0, mustRead: false, ids: new Set<number>() });
  // What was pressed last is taken back first, also where its change has not been answered yet.
  const undoes = useRef<Promise<void>>(Promise.resolve());
  const inLine = (takeBack: () => Promise<void>) => void (undoes.current = undoes.current.then(takeBack, takeBack));

  const names = (): TriageNames => {
    const filters = queries.getQueryData<ListFilters>(filtersQuery().queryKey);
    return { categories: filters?.categories ?? [], team: filters?.team ?? [], viewerId: viewer.id };
  };
  const settle = async (threadIds: number[], mustRead: boolean) => {
    running.current.count -= 1;
    running.current.mustRead ||= mustRead;
    for (const id of threadIds) running.current.ids.add(id);
    // What is read while another change is on its way would show threads where they do not belong any more.
    if (running.current.count > 0) return;
    const refetchType = running.current.mustRead ? "active" : "none";
    const { ids } = running.current;
    running.current = { count: 0, mustRead: false, ids: new Set() };
    await Promise.all([
      queries.invalidateQueries({ queryKey: threadKeys.lists, refetchType }),
      queries.invalidateQueries({ queryKey: threadKeys.counts }),
      queries.invalidateQueries({ queryKey: threadKeys.reminders }),
      queries.invalidateQueries({
        queryKey: threadKeys.threads,
        predicate: ({ queryKey }) => ids.has(queryKey[2] as number),
      }),
    ]);
  };

  /** @param onUndone hears of those that stand as before again, once the list shows them */
  const change = async (
    threadIds: number[],
    change: ThreadChange,
    known: MessageCounts,
    onUndone?: OnUndone,
  ): Promise<boolean> => {
    running.current.count += 1;
    // It can be taken back from the press on, not only once the server has answered.
    const of = `triage-${randomId()}`;
    let isUndone = false;
    const answer = later<TriagedThread[]>();
    const takeEarly = () => {
      isUndone = true;
      inLine(async () => undo(change.kind, await answer.value, onUndone));
    };
    const withdraw = offerUndo({ of, undo: takeEarly });
    const ended = ownChanges.begin(threadIds);
    const wasReading = await stopReading(queries);
    const takeBack = changeCached(queries, threadIds, change, names());
    const { answers, failed, code } = await inRequests(threadIds, (ids) => sendChange(ids, change, known));
    ended();
    if (failed > 0) takeBack();
    const summary = summaryOf(answers, failed);
    const changed = answers.flatMap((answer) => answer.changed);
    const [onlyId] = threadIds.length === 1 ? threadIds : [];
    const answeredBy = onlyId !== undefined && summary.answered > 0 ? nameOf(queries, onlyId) : null;
    const { title, description } = words.changed(change, summary, code, answeredBy);
    const isWhole = summary.changed === threadIds.length;
    const takeBackAll = () => inLine(() => undo(change.kind, changed, onUndone));
    const isTakenBack = isUndone && failed === 0;
    answer.tell(isTakenBack ? changed : []);
    if (!isTakenBack || changed.length === 0)
      toast(title, {
        tone:
          summary.changed === 0 && failed > 0 ? "bad" : failed + summary.taken + summary.answered > 0 ? "warn" : "good",
        ...(description ? { description } : {}),
        ...(changed.length > 0
          ? {
              action: {
                label: isWhole ? t("undo") : t("undoSome", { count: changed.length }),
                onPress: takeBackAll,
                of,
              },
            }
          : onlyId !== undefined && answeredBy !== null
            ? { action: { label: t("openAnswered"), onPress: () => open(onlyId), isUndo: false } }
            : {}),
      });
    withdraw();
    const isOtherwise = failed + summary.missing + summary.taken + summary.answered > 0;
    void settle(threadIds, wasReading || isOtherwise);
    return failed === 0;
  };

  const undo = async (kind: ThreadChange["kind"], items: TriagedThread[], onUndone?: OnUndone): Promise<void> => {
    if (items.length === 0) return;
    running.current.count += 1;
    await stopReading(queries);
    const { answers, failed, code } = await inRequests(items, (some) => sendUndo(kind, some));
    const { title, description } = words.undone(undoSummaryOf(answers, failed), code);
    const again = { label: t("again"), onPress: () => void undo(kind, items, onUndone) };
    toast(title, {
      tone: failed > 0 ? "bad" : "plain",
      ...(description ? { description } : {}),
      ...(failed > 0 ? { action: again } : {}),
    });
    // The next in line waits for the server's answer, not for the lists.
    void settle(
      items.map(({ threadId }) => threadId),
      true,
    ).then(() => onUndone?.(answers.flatMap(({ restored }) => restored)));
  };
  return { change, names };
}

type OnUndone = (restored: number[]) => void;
type Answer<Data> = { ok: true; data: Data } | { ok: false; error: { code: string } };

/** A value that is told later. */
function later<Value>(): { value: Promise<Value>; tell: (value: Value) => void } {
  let tell: (value: Value) => void = () => undefined;
  const value = new Promise<Value>((resolve) => (tell = resolve));
  return { value, tell };
}

/** Asks for as many at once as one request may hold, one after the other; the first refusal ends it. */
async function inRequests<Item, Data>(items: Item[], ask: (some: Item[]) => Promise<Answer<Data>>) {
  const answers: Data[] = [];
  for (let from = 0; from < items.length; from += TRIAGE_LIMIT) {
    const answer = await ask(items.slice(from, from + TRIAGE_LIMIT)).catch(() => null);
    if (!answer?.ok) return { answers, failed: items.length - from, code: answer?.error.code ?? "unreachable" };
    answers.push(answer.data);
  }
  return { answers, failed: 0, code: null };
}
