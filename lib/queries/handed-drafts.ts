import { queryOptions } from "@tanstack/react-query";
import type { HandedDraft } from "@/lib/domain/draft";
import { fetchJson } from "./fetch-json";
import { threadKeys } from "./threads";

/** What teammates have handed to the viewer. It is read again at every change of threads. */
export const handedDraftsQuery = () =>
  queryOptions({
    queryKey: threadKeys.handed,
    queryFn: ({ signal }) => fetchJson<HandedDraft[]>("/api/drafts/handed", signal),
  });
