import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { scopeOf } from "@/lib/services/access/scope-of";
import { seenAmong } from "@/lib/services/access/seen-among";
import type { Actor } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import { draftUnlessOther } from "./draft-unless-other";

type For = { authorId: string; savedAt: Date };

/**
 * Gives a reply that does not leave back as a draft to who wrote it, whoever stopped it: what is put among the author's things is theirs.
 * @returns null where they have begun another draft in the thread, where nobody would ever see it, and for the answer to an invitation
 */
export async function draftForAuthor(
  tx: Database,
  reply: ReplyRow,
  { authorId, savedAt }: For,
): Promise<{ draftId: string; author: Actor } | null> {
  const author = await writerOf(tx, authorId, reply.threadId);
  const draft = author && (await draftUnlessOther(tx, author, reply, savedAt));
  return draft ? { draftId: draft.draftId, author } : null;
}

/** The author as who acts, if they are still there, may write and see the thread. */
async function writerOf(tx: Database, authorId: string, threadId: number): Promise<Actor | null> {
  const [member] = await tx.select().from(members).where(eq(members.id, authorId));
  if (member!.deactivatedAt || !roleMay(member!.role, "reply.send")) return null;
  const author: Actor = { ...member!, memberId: authorId, scope: await scopeOf(tx, member!) };
  return (await seenAmong(tx, author, [threadId])).length > 0 ? author : null;
}
