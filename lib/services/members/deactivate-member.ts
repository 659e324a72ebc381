import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { members, threads } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { notifyChange } from "@/lib/realtime/notify";
import { type Actor, may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { handOver } from "@/lib/services/schedule/hand-over";
import { endSessionsOf } from "@/lib/services/sessions/end-session";
import { leaveReminders } from "./leave-reminders";
import { threadsLeft } from "./left-behind";
import { type MemberRow, memberOf } from "./member-of";
import type { DeactivateMemberInput } from "./schemas";

/**
 * Shuts somebody out at once: sessions and event streams end, API keys no longer count, the name stays on what was written. Their open
 * threads and their reminders go to `threadsTo`, if somebody is named, else the reminders end; what they have planned leaves all the
 * same, in their name.
 * @throws AppError `not_found`, `conflict` (`yourself`, `last_admin`), `not_found` `member` for somebody who cannot take threads
 */
export async function deactivateMember(
  { actor, db, now }: Context,
  { memberId, threadsTo }: DeactivateMemberInput,
): Promise<{ memberId: string; handedOver: number }> {
  may(actor, "team.manage");
  return db.transaction(async (tx) => {
    const { member, isLastAdmin } = await memberOf(tx, actor, memberId);
    if (member.id === actor.memberId) throw new AppError("conflict", { reason: "yourself" });
    if (isLastAdmin) throw new AppError("conflict", { reason: "last_admin" });
    if (member.deactivatedAt) return { memberId, handedOver: 0 };
    const heir = threadsTo ? await heirOf(tx, actor, threadsTo) : null;
    const handedOver = heir ? await giveThreads({ actor, db: tx, now }, memberId, heir.id) : 0;
    await leaveReminders(tx, actor, { memberId, heir, at: now() });
    await tx.update(members).set({ deactivatedAt: now() }).where(eq(members.id, memberId));
    await endSessionsOf({ db: tx, now }, memberId);
    await record(tx, actor, "member.deactivated", { subjectId: memberId, data: { handedOver } });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "access", memberId });
    return { memberId, handedOver };
  });
}

async function heirOf(tx: Database, { workspaceId }: Actor, memberId: string): Promise<MemberRow> {
  const isIt = and(eq(members.id, memberId), eq(members.workspaceId, workspaceId), isNull(members.deactivatedAt));
  const [heir] = await tx.select().from(members).where(isIt);
  if (!heir || !roleMay(heir.role, "thread.triage")) throw new AppError("not_found", { reason: "member" });
  return heir;
}

/** Who takes them over takes the reminders in them as well. */
async function giveThreads(context: Context, from: string, memberId: string): Promise<number> {
  const { actor, db } = context;
  const open = await db
    .select({ id: threads.id })
    .from(threads)
    .where(threadsLeft(db, actor.workspaceId, from));
  if (open.length === 0) return 0;
  const items = open.map(({ id }) => ({ kind: "thread" as const, id }));
  return (await handOver(context, { items, memberId })).threads.length;
}
