import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { members, sessions } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { record } from "@/lib/services/record";

type Deps = { db: Database; now: Clock };

/** Signs a session out, and ends what its windows hear; one that ended already stays as it was. */
export async function endSession({ db, now }: Deps, sessionId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [ended] = await tx
      .update(sessions)
      .set({ endedAt: now() })
      .from(members)
      .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt), eq(members.id, sessions.memberId)))
      .returning({ memberId: members.id, workspaceId: members.workspaceId });
    if (!ended) return;
    await record(tx, ended, "member.signed_out", { subjectId: sessionId });
    await notifyChange(tx, { workspaceId: ended.workspaceId, kind: "access", memberId: ended.memberId });
  });
}

/** Signs a member out everywhere, in the caller's transaction. */
export async function endSessionsOf({ db, now }: Deps, memberId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(eq(sessions.memberId, memberId), isNull(sessions.endedAt)));
}
