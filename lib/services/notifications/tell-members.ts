import type { Database } from "@/lib/db/client";
import { notifications } from "@/lib/db/schema";
import type { NotificationKind } from "@/lib/domain/notification";
import { notifyChanges } from "@/lib/realtime/notify";

export type Told = {
  memberId: string;
  kind: NotificationKind;
  threadId?: number;
  subjectId?: string;
};

/**
 * Writes into the notification lists of members, in the caller's transaction. Nobody is told of what they did themselves.
 * @param by who did it; null where the machine or a lead did
 */
export async function tellMembers(
  tx: Database,
  { workspaceId, byId, at }: { workspaceId: string; byId: string | null; at: Date },
  told: Told[],
): Promise<void> {
  const others = told.filter(({ memberId }) => memberId !== byId);
  if (others.length === 0) return;
  await tx.insert(notifications).values(
    others.map(({ memberId, kind, threadId, subjectId }) => ({
      workspaceId,
      memberId,
      kind,
      byId,
      threadId: threadId ?? null,
      subjectId: subjectId ?? null,
      createdAt: at,
    })),
  );
  const heard = new Set(others.map(({ memberId }) => memberId));
  await notifyChanges(
    tx,
    [...heard].map((memberId) => ({ workspaceId, kind: "personal" as const, memberId })),
  );
}
