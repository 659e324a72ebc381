import type { Batch } from "./batch";

/** What was done to threads other than by pending messages is not known to the batch: it asks for them anew. */
export function forgetThreads({ heard, held }: Pick<Batch, "heard" | "held">, threadIds: number[]): void {
  for (const threadId of threadIds) held.delete(threadId);
  for (const known of [heard.messages, heard.replies])
    for (const [id, rows] of known) if (rows.some((row) => threadIds.includes(row.threadId))) known.delete(id);
}
