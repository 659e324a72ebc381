import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, threads } from "@/lib/db/schema";
import { isInScope, roleMay } from "@/lib/domain/permissions";
import { ROLES } from "@/lib/domain/roles";
import { scopeOf } from "@/lib/services/access/scope-of";

const DECIDING = ROLES.filter((role) => roleMay(role, "review.decide"));

type Asked = { workspaceId: string; threadId: number; authorId: string };

/** The active members, other than its author, who may decide about a reply of a thread and see that thread. */
export async function whoDecides(tx: Database, { workspaceId, threadId, authorId }: Asked): Promise<string[]> {
  const [thread] = await tx.select().from(threads).where(eq(threads.id, threadId));
  const others = await tx
    .select()
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        inArray(members.role, DECIDING),
        isNull(members.deactivatedAt),
        ne(members.id, authorId),
      ),
    );
  const seeing: string[] = [];
  for (const member of others) {
    const reader = { memberId: member.id, role: member.role, scope: await scopeOf(tx, member) };
    if (thread && isInScope(reader, thread)) seeing.push(member.id);
  }
  return seeing;
}
