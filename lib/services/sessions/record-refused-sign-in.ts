import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { workspaces } from "@/lib/db/schema";
import { record } from "@/lib/services/record";
import type { SignInWay, Visitor } from "./open-session";

type Refused = {
  /** Whose account was tried, where there is such a one. */
  member: { id: string; workspaceId: string } | null;
  visitor: Visitor;
  by: SignInWay;
  reason: string;
};

/**
 * Writes into the log that somebody was not let in: never what they typed. Who knocks at no account stands in the team's log (else
 * the sandbox's), by the same questions to the database, so that the time does not tell which accounts exist.
 */
export async function recordRefusedSignIn(db: Database, { member, visitor, by, reason }: Refused): Promise<void> {
  const [first] = await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .orderBy(sql`${workspaces.kind} <> 'team'`)
    .limit(1);
  const workspaceId = member?.workspaceId ?? first?.id;
  if (!workspaceId) return;
  const actor = member ? { workspaceId, memberId: member.id } : { workspaceId };
  const data = { address: visitor.address.slice(0, 100), by, reason };
  await record(db, actor, "member.sign_in_refused", { data });
}
