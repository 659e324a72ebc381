import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members } from "@/lib/db/schema";
import { isInScope, roleMay, type Scope } from "@/lib/domain/permissions";
import { awayMembers } from "../absences/away-members";
import { scopeOf } from "../access/scope-of";

type Seen = { mailboxId: string; campaignId: string | null };
/** Whether a member can be given a thread at this moment. */
export type IsPresent = (memberId: string, thread: Seen) => boolean;

/** Who is present: active, may send, may see the thread without its being theirs, and is not away today by their own clock. */
export async function presentMembers(tx: Database, workspaceId: string, at: Date): Promise<IsPresent> {
  const rows = await tx
    .select({ id: members.id, role: members.role, seesAll: members.seesAll })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.deactivatedAt)));
  const away = await awayMembers(tx, workspaceId, at);
  const present = new Map<string, (typeof rows)[number] & { scope: Scope }>();
  for (const member of rows)
    if (roleMay(member.role, "reply.send") && !away.has(member.id))
      present.set(member.id, { ...member, scope: await scopeOf(tx, member) });
  return (memberId, { mailboxId, campaignId }) => {
    const member = present.get(memberId);
    if (!member) return false;
    const { role, scope } = member;
    return isInScope({ memberId, role, scope }, { mailboxId, campaignId, assigneeId: null });
  };
}
