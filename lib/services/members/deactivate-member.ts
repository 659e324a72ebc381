import { and, eq, isNull, ne } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { members, threads } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { notifyChange } from "@/lib/realtime/notify";
import { assignByRule } from "@/lib/services/assignment/assign-by-rule";
import { type Actor, may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { handOver } from "@/lib/services/schedule/hand-over";
import { endSessionsOf } from "@/lib/services/sessions/end-session";
import { leaveDrafts } from "./leave-drafts";
import { leaveReminders } from "./leave-reminders";
import { threadsLeft } from "./left-behind";
import { type MemberRow, memberOf } from "./member-of";
import { type DeactivateMemberInput, LEFT_THREADS } from "./schemas";

/**
 * Shuts somebody out at once: sessions and event streams end, API keys no longer count, the name stays on what was written. Their open
 * threads go where `threadsTo` says. Their reminders and drafts go along to a member who is named; else the reminders end and the drafts
 * are kept for when they are let in again. What they have planned leaves all the same, in their name.
 * @throws AppError `not_found`, `conflict` (`yourself`, `last_admin`), `not_found` `member` for somebody who cannot take threads
 */
export async function deactivateMember(
  { actor, db, now }: Context,
  { memberId, threadsTo = "unassigned" }: DeactivateMemberInput,
): Promise<{ memberId: string; handedOver: number; drafts: { given: number; kept: number } }> {
  may(actor, "team.manage");
  return db.transaction(async (tx) => {
    const { member, isLastAdmin } = await memberOf(tx, actor, memberId);
    if (member.id === actor.memberId) throw new AppError("conflict", { reason: "yourself" });
    if (isLastAdmin) throw new AppError("conflict", { reason: "last_admin" });
    if (member.deactivatedAt) return { memberId, handedOver: 0, drafts: { given: 0, kept: 0 } };
    const at = now();
    const heir = isNobody(threadsTo) ? null : await heirOf(tx, actor, { memberId, heirId: threadsTo });
    const threadIds = threadsTo === "stay" ? [] : await openThreads(tx, actor, memberId);
    const handedOver = await giveThreads({ actor, db: tx, now }, threadIds, heir?.id ?? null);
    await leaveReminders(tx, actor, { memberId, heir, at });
    const drafts = await leaveDrafts(tx, actor, { memberId, heir, at });
    await tx.update(members).set({ deactivatedAt: at }).where(eq(members.id, memberId));
    await endSessionsOf({ db: tx, now }, memberId);
    await record(tx, actor, "member.deactivated", { subjectId: memberId, data: { handedOver } });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "access", memberId });
    if (threadsTo === "rules")
      await assignByRule(tx, { workspaceId: actor.workspaceId, threadIds, at, byId: actor.memberId });
    return { memberId, handedOver, drafts };
  });
}

const isNobody = (threadsTo: string): boolean => LEFT_THREADS.some((each) => each === threadsTo);

type Asked = { memberId: string; heirId: string };

async function heirOf(tx: Database, { workspaceId }: Actor, { memberId, heirId }: Asked): Promise<MemberRow> {
  const isIt = and(
    eq(members.id, heirId),
    ne(members.id, memberId),
    eq(members.workspaceId, workspaceId),
    isNull(members.deactivatedAt),
  );
  const [heir] = await tx.select().from(members).where(isIt);
  if (!heir || !roleMay(heir.role, "thread.triage")) throw new AppError("not_found", { reason: "member" });
  return heir;
}

async function openThreads(tx: Database, { workspaceId }: Actor, memberId: string): Promise<number[]> {
  const open = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(threadsLeft(tx, workspaceId, memberId));
  return open.map(({ id }) => id);
}

/** Who takes them over takes the reminders in them as well; null leaves them to nobody. */
async function giveThreads(context: Context, threadIds: number[], memberId: string | null): Promise<number> {
  if (threadIds.length === 0) return 0;
  const items = threadIds.map((id) => ({ kind: "thread" as const, id }));
  return (await handOver(context, { items, memberId })).threads.length;
}
