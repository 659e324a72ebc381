import type { InfiniteData, QueryClient, QueryFilters, QueryKey } from "@tanstack/react-query";
import type { ThreadCounts } from "@/lib/domain/thread-counts";
import type { OpenThread, ThreadPage, ThreadRow } from "@/lib/domain/thread-view";
import type { ThreadChange } from "@/lib/domain/thread-change";
import type { MessageCounts } from "@/lib/domain/triage";
import { threadKeys } from "@/lib/queries/threads";
import type { ThreadFilters } from "@/lib/services/threads/schemas";
import type { Standing } from "./list-membership";
import { countsAfter } from "./triaged-counts";
import { afterChange, pagesAfter, type TriageNames } from "./triaged-rows";

type List = InfiniteData<ThreadPage>;
/** By what is on screen, or by all that was read. */
type Told = NonNullable<QueryFilters["type"]>;

/**
 * Changes threads in every list that is known, in the figures and in their own pages, before the server has answered.
 * @returns how to put everything back as it was
 */
export function changeCached(
  queries: QueryClient,
  threadIds: number[],
  change: ThreadChange,
  names: TriageNames,
): () => void {
  const ids = new Set(threadIds);
  const before: [QueryKey, unknown][] = [];
  const write = <Data>(key: QueryKey, next: (data: Data) => Data) => {
    const data = queries.getQueryData<Data>(key);
    if (data === undefined) return;
    before.push([key, data]);
    queries.setQueryData(key, next(data));
  };
  const rows = [...rowsOf(queries, ids).values()];
  for (const [key] of queries.getQueriesData<List>({ queryKey: threadKeys.lists }))
    write<List>(key, (list) => pagesAfter(list, ids, change, filtersOf(key), names));
  write<ThreadCounts>(threadKeys.counts, (counts) => countsAfter(counts, rows, change, names));
  // An open thread that became unread would count as seen at once.
  if (change.kind !== "read")
    for (const id of threadIds)
      write<OpenThread>(threadKeys.thread(id), (open) => ({
        ...open,
        thread: {
          ...open.thread,
          ...afterChange(open.thread, change, names),
          ...(change.kind === "category" ? { categoryWhy: { source: "person", by: byViewer(names) } } : {}),
        },
      }));
  return () => before.forEach(([key, data]) => queries.setQueryData(key, data));
}

const byViewer = ({ team, viewerId }: TriageNames) => team.find(({ id }) => id === viewerId) ?? null;

/** How threads stand, as far as a list or their own page has told. */
export function standingsOf(queries: QueryClient, threadIds: Iterable<number>): Standing[] {
  const ids = new Set(threadIds);
  const found: Map<number, Standing> = rowsOf(queries, ids);
  for (const id of ids) {
    const open = queries.getQueryData<OpenThread>(threadKeys.thread(id));
    if (open && !found.has(id)) found.set(id, open.thread);
  }
  return [...found.values()];
}

/**
 * How many messages the viewer was shown of threads: by a list or their own page that is on screen. What was read ahead was shown to
 * nobody, and counts only where nothing else tells of a thread.
 */
export function messageCountsOf(queries: QueryClient, threadIds: Iterable<number>): MessageCounts {
  const ids = new Set(threadIds);
  const found: MessageCounts = {};
  const told = (id: number, count: number) => void (found[id] = Math.max(found[id] ?? 0, count));
  const look = (type: Told) => {
    for (const row of knownRows(queries, type)) if (ids.has(row.id)) told(row.id, row.messageCount);
    for (const id of ids) {
      const page = queries.getQueryCache().find<OpenThread>({ queryKey: threadKeys.thread(id), type });
      if (page?.state.data) told(id, page.state.data.thread.messages.length);
    }
  };
  look("active");
  for (const id of Object.keys(found)) ids.delete(Number(id));
  look("all");
  return found;
}

/** Whose thread it is, as far as a list or its own page has told. */
export function nameOf(queries: QueryClient, threadId: number): string | null {
  const contact = queries.getQueryData<OpenThread>(threadKeys.thread(threadId))?.thread.contact;
  return rowsOf(queries, new Set([threadId])).get(threadId)?.name ?? (contact ? contact.name || contact.address : null);
}

/** What was being read before a change must not overwrite it; a list that was never read is read on. @returns whether anything was given up */
export async function stopReading(queries: QueryClient): Promise<boolean> {
  const lists = {
    queryKey: threadKeys.lists,
    predicate: ({ state }: { state: { data: unknown } }) => Boolean(state.data),
  };
  const wasReading = queries.isFetching(lists) > 0;
  await queries.cancelQueries(lists);
  return wasReading;
}

function rowsOf(queries: QueryClient, ids: ReadonlySet<number>): Map<number, ThreadRow> {
  const found = new Map<number, ThreadRow>();
  for (const row of knownRows(queries)) if (ids.has(row.id)) found.set(row.id, row);
  return found;
}

function* knownRows(queries: QueryClient, type: Told = "all"): Generator<ThreadRow> {
  for (const [, list] of queries.getQueriesData<List>({ queryKey: threadKeys.lists, type }))
    for (const { rows } of list?.pages ?? []) yield* rows;
}

const filtersOf = (key: QueryKey): ThreadFilters => (key.at(-1) ?? {}) as ThreadFilters;
