import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import type { ReactNode } from "react";
import { requireContext } from "@/lib/auth/actor";
import { roleMay } from "@/lib/domain/permissions";
import { notesQuery } from "@/lib/queries/notes";
import { threadQuery, threadsQuery } from "@/lib/queries/threads";
import { listNotes } from "@/lib/services/notes/list-notes";
import { listThreads } from "@/lib/services/threads/list-threads";
import { openThread } from "@/lib/services/threads/open-thread";
import { listFiltersOf, loadListAddress } from "@/lib/url/list-address";

type InboxPageProps = { searchParams: Promise<SearchParams>; threadId: number | null; children: ReactNode };

/** What a tall window shows at once, and as many as it takes to ask for more before the end is seen; of a search the figure is shown. */
const FIRST_ROWS = 36;

/** List and open thread, read on the server for the first drawing; from then on the browser reads what it needs. */
export async function InboxPage({ searchParams, threadId, children }: InboxPageProps) {
  const context = await requireContext();
  const filters = listFiltersOf(await loadListAddress(searchParams));
  const client = new QueryClient();
  // What fails here is read again by the browser, which says in the pane what went wrong.
  await Promise.all([
    client.prefetchInfiniteQuery({
      ...threadsQuery(filters),
      queryFn: () => listThreads(context, filters.q ? filters : { ...filters, limit: FIRST_ROWS }),
    }),
    threadId === null
      ? null
      : client.prefetchQuery({
          ...threadQuery(threadId),
          queryFn: () => openThread(context, { threadId }),
          retry: false,
        }),
    threadId === null || !roleMay(context.actor.role, "note.write")
      ? null
      : client.prefetchQuery({
          ...notesQuery(threadId),
          queryFn: () => listNotes(context, { threadId }),
          retry: false,
        }),
  ]);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
