import type { InfiniteData, Query, QueryClient } from "@tanstack/react-query";
import { mergeRows } from "@/lib/domain/merge-rows";
import { rowOrderOf } from "@/lib/domain/row-order";
import type { ThreadPage } from "@/lib/domain/thread-view";
import type { LiveChange } from "@/lib/queries/live-changes";
import { notificationKeys } from "@/lib/queries/notifications";
import { reviewKeys } from "@/lib/queries/reviews";
import { ownTasksKey } from "@/lib/queries/tasks";
import { fetchRows, threadKeys } from "@/lib/queries/threads";
import type { ThreadFilters } from "@/lib/services/threads/schemas";
import { calendarReader } from "./calendar-reader";
import { presenceReader } from "./presence-reader";
import { ownChanges } from "./own-changes";
import { waitingChanges } from "./waiting-changes";

/** As many as the route takes at once; beyond that the lists are read anew. */
const MOST_ROWS = 100;

/**
 * Reads again what changed on the server: of lists only the rows concerned, then figures and the threads themselves. The first
 * change is read at once; what comes while it is read, or just after, is read together, and what goes on changing when it rests.
 */
export function liveReader(queries: QueryClient) {
  const waiting = waitingChanges();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  const calendar = calendarReader(queries);
  const presence = presenceReader(queries);
  const plan = () => {
    if (isReading) return;
    clearTimeout(timer);
    timer = setTimeout(() => void read(), waiting.delay(Date.now()));
  };
  const read = async () => {
    isReading = true;
    const batch = waiting.takeAll(Date.now());
    if (batch.some(({ kind }) => ON_CALENDAR.has(kind))) calendar.change();
    await readAgain(queries, batch).catch(() => undefined);
    isReading = false;
    waiting.wasRead(Date.now());
    if (waiting.hasAny()) plan();
  };
  return {
    take: (change: LiveChange) => {
      if (change.kind === "presence" || change.kind === "everything") presence.change();
      if (change.kind === "presence") return;
      waiting.add(change, Date.now());
      plan();
    },
    stop: () => {
      clearTimeout(timer);
      calendar.stop();
      presence.stop();
    },
  };
}

/** What the calendar shows something of. */
const ON_CALENDAR: ReadonlySet<LiveChange["kind"]> = new Set(["thread", "threads", "mailbox"]);

/** What a reply that is looked at may have changed by: an answer of its lead is one, too. */
const ABOUT_REVIEWS: ReadonlySet<LiveChange["kind"]> = new Set(["thread", "review", "personal"]);
const EVERYTHING = [["threads"], ["mailboxes"], ownTasksKey, notificationKeys.all, reviewKeys.all] as const;

async function readAgain(queries: QueryClient, changes: LiveChange[]): Promise<void> {
  const again = (queryKey: readonly unknown[]) => void queries.invalidateQueries({ queryKey });
  if (changes.some(({ kind }) => kind === "everything")) return EVERYTHING.forEach(again);
  if (changes.some(({ kind }) => ABOUT_REVIEWS.has(kind))) again(reviewKeys.all);
  const touched = touchedThreads(changes);
  touched?.forEach((threadId) => again(threadKeys.thread(threadId)));
  if (touched === null) again(threadKeys.threads);
  if (touched?.length !== 0) [threadKeys.counts, threadKeys.reminders, threadKeys.handed, ownTasksKey].forEach(again);
  if (changes.some(({ kind }) => kind === "personal")) again(notificationKeys.all);
  if (changes.some(({ kind }) => kind === "smartlead")) again(["smartlead"]);
  if (changes.some(({ kind }) => kind === "mailbox")) [["mailboxes"], threadKeys.filters].forEach(again);
  if (touched?.length !== 0) await readLists(queries, touched);
}

/** The threads that changed; null when the server does not say which. */
function touchedThreads(changes: LiveChange[]): number[] | null {
  const ids = new Set<number>();
  for (const change of changes) {
    if (change.kind !== "thread" && change.kind !== "threads") continue;
    const named = [...(change.threadIds ?? []), ...(change.threadId ? [change.threadId] : [])];
    if (named.length === 0) return null;
    named.forEach((id) => ids.add(id));
  }
  return [...ids];
}

async function readLists(queries: QueryClient, touched: number[] | null): Promise<void> {
  // A list that nobody looks at is read when somebody does.
  void queries.invalidateQueries({ queryKey: threadKeys.lists, refetchType: "none" });
  const shown = queries.getQueryCache().findAll({ queryKey: threadKeys.lists, type: "active" });
  await Promise.all(shown.map((query) => readList(queries, query, touched)));
}

async function readList(queries: QueryClient, query: Query, touched: number[] | null): Promise<void> {
  const { queryKey } = query;
  const filters = queryKey.at(-1) as ThreadFilters;
  const order = rowOrderOf(filters.view ?? "inbox", filters.sort ?? "newest");
  const known = () => queries.getQueryData<InfiniteData<ThreadPage>>(queryKey);
  const readWhole = () => void queries.invalidateQueries({ queryKey, exact: true });
  if (!touched || touched.length > MOST_ROWS || !known()) return readWhole();
  const { signal } = new AbortController();
  const since = ownChanges.now();
  const page = await fetchRows(filters, touched, signal).catch(() => null);
  if (!page) return readWhole();
  // What is being read of the list now may be from before the change, and would come over it.
  await isAtRest(query);
  queries.setQueryData<InfiniteData<ThreadPage>>(queryKey, (data) => {
    // What was changed here in the meantime was read as it stood before; its own change will be told of.
    const ids = touched.filter((id) => ownChanges.isUntouched(id, since));
    return (
      data && {
        ...data,
        pages: mergeRows(
          data.pages,
          ids,
          page.rows.filter(({ id }) => ids.includes(id)),
          order,
        ),
      }
    );
  });
}

async function isAtRest(query: Query): Promise<void> {
  for (let tries = 0; query.state.fetchStatus === "fetching" && tries < 100; tries++)
    await new Promise((later) => setTimeout(later, 50));
}
