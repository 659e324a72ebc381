import { queryOptions } from "@tanstack/react-query";
import type { FilePreview } from "@/lib/domain/file-preview";
import { attachmentPath, previewPath } from "@/lib/url/mail-paths";
import { fetchJson, QueryFailure } from "./fetch-json";

/** What a file shows in the preview; a stored file never changes. */
export const previewQuery = (attachmentId: string) =>
  queryOptions({
    queryKey: ["files", "preview", attachmentId] as const,
    queryFn: ({ signal }) => fetchJson<FilePreview>(previewPath(attachmentId), signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 5 * 60_000,
  });

/** A file's bytes, for what draws them. @throws QueryFailure */
export async function fetchFile(attachmentId: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(attachmentPath(attachmentId), { signal }).catch(() => null);
  if (!response?.ok) throw new QueryFailure(response ? "unavailable" : "unreachable");
  return response.arrayBuffer();
}
