import { queryOptions } from "@tanstack/react-query";
import type { NoteView } from "@/lib/domain/note";
import type { ThreadColleagues } from "@/lib/domain/thread-view";
import { fetchJson } from "./fetch-json";
import { threadKeys } from "./threads";

/** What the team noted about a thread; read again whenever the thread is. */
export const notesQuery = (threadId: number) =>
  queryOptions({
    queryKey: [...threadKeys.thread(threadId), "notes"] as const,
    queryFn: ({ signal }) => fetchJson<NoteView[]>(`/api/threads/${threadId}/notes`, signal),
  });

/** Who of the team sees a thread, and who follows it. */
export const colleaguesQuery = (threadId: number) =>
  queryOptions({
    queryKey: [...threadKeys.thread(threadId), "colleagues"] as const,
    queryFn: ({ signal }) => fetchColleagues(threadId, signal),
  });

/** The same for who cannot wait until a page has read it. */
export const fetchColleagues = (threadId: number, signal = new AbortController().signal): Promise<ThreadColleagues> =>
  fetchJson<ThreadColleagues>(`/api/threads/${threadId}/colleagues`, signal);
