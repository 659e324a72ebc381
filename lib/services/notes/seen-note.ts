import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { threadNotes, threads } from "@/lib/db/schema";
import { threadsOf } from "../access/threads-of";
import type { Actor } from "../context";

/** A note that the actor sees, with its thread, for changing. @throws AppError `not_found` (note), also once it was removed */
export async function seenNote(tx: Database, actor: Actor, noteId: string) {
  const [found] = await tx
    .select({ note: threadNotes, thread: threads })
    .from(threadNotes)
    .innerJoin(threads, eq(threads.id, threadNotes.threadId))
    .where(and(eq(threadNotes.id, noteId), isNull(threadNotes.removedAt), threadsOf(actor)))
    .for("no key update", { of: threadNotes });
  if (!found) throw new AppError("not_found", { reason: "note" });
  return found;
}
