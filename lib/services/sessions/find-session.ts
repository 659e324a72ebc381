import { and, eq, gt, isNull } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { members, sessions, workspaces } from "@/lib/db/schema";
import { DEFAULT_PREFERENCES, type Preferences } from "@/lib/domain/preferences";
import { scopeOf } from "@/lib/services/access/scope-of";
import type { Actor } from "@/lib/services/context";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";
import { DAY_MS, SESSION_DAYS } from "./session-length";

export type FoundSession = {
  id: string;
  actor: Actor;
  workspace: { name: string; kind: "sandbox" | "team" };
  timeZone: string;
  undoSeconds: number;
  preferences: Preferences;
  expiresAt: Date;
};

/**
 * The session with this id, if it still counts: not ended, not expired, its member not deactivated, and the sandbox's only while
 * the sandbox is active. Name and role are those of this moment. Using a session prolongs it, at most once a day.
 */
export async function findSession(
  { db, now }: { db: Database; now: Clock },
  sessionId: string,
): Promise<FoundSession | null> {
  const [row] = await db
    .select({ session: sessions, member: members, workspace: workspaces })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now()),
        isNull(members.deactivatedAt),
      ),
    );
  if (!row) return null;
  if (row.workspace.kind === "sandbox" && !(await isSandboxActive(db))) return null;
  const { member, workspace } = row;
  return {
    id: row.session.id,
    actor: {
      memberId: member.id,
      workspaceId: workspace.id,
      role: member.role,
      name: member.name,
      email: member.email,
      scope: await scopeOf(db, member),
    },
    workspace: { name: workspace.name, kind: workspace.kind },
    timeZone: member.timeZone,
    undoSeconds: member.undoSeconds,
    preferences: { ...DEFAULT_PREFERENCES, ...member.preferences },
    expiresAt: await prolong({ db, now }, row.session),
  };
}

async function prolong(
  { db, now }: { db: Database; now: Clock },
  session: { id: string; expiresAt: Date },
): Promise<Date> {
  const expiresAt = new Date(now().getTime() + SESSION_DAYS * DAY_MS);
  if (expiresAt.getTime() - session.expiresAt.getTime() < DAY_MS) return session.expiresAt;
  await db
    .update(sessions)
    .set({ expiresAt })
    .where(and(eq(sessions.id, session.id), isNull(sessions.endedAt)));
  return expiresAt;
}
