import type { Database } from "@/lib/db/client";
import { sessions } from "@/lib/db/schema";
import { record } from "@/lib/services/record";
import { DAY_MS, SESSION_DAYS } from "./session-length";
import { takeZone } from "./take-zone";

/** Who comes: `address` is the IP as the nearest server wrote it, `timeZone` the browser's where it was told. */
export type Visitor = { address: string; userAgent: string | null; timeZone?: string | null };
/** How somebody proved who they are. */
export type SignInWay = "password" | "oidc";
type Member = { id: string; workspaceId: string };

/** Writes a session's row for a member who has proven who they are, in the caller's transaction; the log keeps from where. */
export async function openSession(
  tx: Database,
  { id: memberId, workspaceId }: Member,
  { visitor, by, at }: { visitor: Visitor; by: SignInWay; at: Date },
): Promise<{ sessionId: string }> {
  if (visitor.timeZone) await takeZone(tx, memberId, visitor.timeZone);
  const [session] = await tx
    .insert(sessions)
    .values({
      memberId,
      userAgent: visitor.userAgent?.slice(0, 400) ?? null,
      createdAt: at,
      expiresAt: new Date(at.getTime() + SESSION_DAYS * DAY_MS),
    })
    .returning({ id: sessions.id });
  const data = { address: visitor.address.slice(0, 100), by };
  await record(tx, { workspaceId, memberId }, "member.signed_in", { subjectId: session!.id, data });
  return { sessionId: session!.id };
}
