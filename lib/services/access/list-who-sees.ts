import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, threads } from "@/lib/db/schema";
import { isInScope } from "@/lib/domain/permissions";
import { scopeOf } from "./scope-of";

type Thread = Pick<typeof threads.$inferSelect, "workspaceId" | "mailboxId" | "campaignId" | "assigneeId">;

/** The active members of the team who see a thread, by name: clients read along, but are no part of the team. */
export async function listWhoSees(db: Database, thread: Thread): Promise<(typeof members.$inferSelect)[]> {
  const team = await db
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, thread.workspaceId), ne(members.role, "client"), isNull(members.deactivatedAt)))
    .orderBy(asc(members.name), asc(members.id));
  const seeing: (typeof members.$inferSelect)[] = [];
  for (const member of team) {
    const { id: memberId, role } = member;
    if (isInScope({ memberId, role, scope: await scopeOf(db, member) }, thread)) seeing.push(member);
  }
  return seeing;
}
