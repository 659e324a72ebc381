import { and } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threadReminders } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { scopeOf } from "@/lib/services/access/scope-of";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import type { Actor } from "@/lib/services/context";
import { endReminders } from "@/lib/services/reminders/end-reminders";
import { handReminders } from "@/lib/services/schedule/hand-reminders";
import { openReminders, remindersAhead } from "./left-behind";
import type { MemberRow } from "./member-of";

type Left = { memberId: string; heir: MemberRow | null; at: Date };

/**
 * What somebody who leaves wanted to be reminded of goes to `heir`, in whatever threads those see; the rest ends, so that nothing
 * comes up before nobody.
 */
export async function leaveReminders(tx: Database, actor: Actor, { memberId, heir, at }: Left): Promise<void> {
  if (heir) await give(tx, actor, { memberId, heir });
  await endReminders(tx, openReminders(memberId), at);
}

async function give(tx: Database, actor: Actor, { memberId, heir }: { memberId: string; heir: MemberRow }) {
  const { id, workspaceId, role } = heir;
  const reader = { workspaceId, memberId: id, role, scope: await scopeOf(tx, heir) };
  const ahead = await tx
    .select({ id: threadReminders.id })
    .from(threadReminders)
    .where(and(remindersAhead(tx, memberId), isOfSeenThread(reader, threadReminders.threadId)));
  if (ahead.length === 0) return;
  const named = ahead.map((reminder) => reminder.id);
  const handed = await handReminders(tx, actor, { threads: [], named, memberId: id });
  const threadIds = [...new Set(handed.map(({ threadId }) => threadId))];
  if (threadIds.length > 0) await notifyChange(tx, { workspaceId, kind: "threads", threadIds });
}
