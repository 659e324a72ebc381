import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { drafts, threads } from "@/lib/db/schema";
import { scopeOf } from "@/lib/services/access/scope-of";
import { seenAmong } from "@/lib/services/access/seen-among";
import type { Actor } from "@/lib/services/context";
import { passDraft } from "@/lib/services/drafts/pass-draft";
import type { MemberRow } from "./member-of";

type Left = { memberId: string; heir: MemberRow | null; at: Date };

/**
 * What somebody who leaves has written and not sent goes to `heir`, in whatever threads those see, below what they have written there
 * themselves. The rest is kept for when they are let in again.
 */
export async function leaveDrafts(
  tx: Database,
  actor: Actor,
  { memberId, heir, at }: Left,
): Promise<{ given: number; kept: number }> {
  const ofMember = eq(drafts.authorId, memberId);
  const written = await tx.select({ threadId: drafts.threadId }).from(drafts).where(ofMember);
  if (!heir || written.length === 0) return { given: 0, kept: written.length };
  const { id, workspaceId, role } = heir;
  const teammate = { workspaceId, memberId: id, role, scope: await scopeOf(tx, heir) };
  const all = written.map(({ threadId }) => threadId);
  const seen = await seenAmong(tx, teammate, all);
  // Threads are held first, as whoever saves a draft holds them.
  await tx
    .select({ id: threads.id })
    .from(threads)
    .where(inArray(threads.id, seen))
    .orderBy(asc(threads.id))
    .for("no key update");
  const held = await tx
    .select()
    .from(drafts)
    .where(and(ofMember, inArray(drafts.threadId, seen)))
    .orderBy(asc(drafts.threadId))
    .for("update");
  let given = 0;
  for (const draft of held)
    if ((await passDraft(tx, actor, { draft, teammate, note: "", append: true, at })) === null) given++;
  return { given, kept: written.length - given };
}
