import type { OpenThread } from "@/lib/domain/thread-view";
import { fetchJson } from "@/lib/queries/fetch-json";
import type { FoundVersion } from "./draft-keeper";

/** What the other window has saved: what is refused is read anew, so that both can be shown. */
export async function otherVersion(threadId: number): Promise<FoundVersion> {
  const { signal } = new AbortController();
  const open = await fetchJson<OpenThread>(`/api/threads/${threadId}`, signal).catch(() => null);
  if (!open) return { other: null };
  return open.draft ? { other: open.draft } : { other: null, isGone: true };
}
