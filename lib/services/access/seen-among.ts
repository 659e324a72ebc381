import { and, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threads } from "@/lib/db/schema";
import { type Reader, threadsOf } from "./threads-of";

/** Those of the threads that a reader may see. */
export async function seenAmong(db: Database, reader: Reader, threadIds: number[]): Promise<number[]> {
  const rows = await db
    .select({ id: threads.id })
    .from(threads)
    .where(and(inArray(threads.id, threadIds), threadsOf(reader)));
  return rows.map(({ id }) => id);
}
