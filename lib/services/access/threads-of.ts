import { and, eq, type SQL, sql } from "drizzle-orm";
import { messages, threads } from "@/lib/db/schema";
import type { Actor } from "../context";
import { isForReader } from "./is-for-reader";

/** Who reads: an actor, or a member on whose behalf something is read. */
export type Reader = Pick<Actor, "workspaceId" | "memberId" | "role" | "scope">;

/**
 * The condition on `threads` that every question about threads begins with: those of the actor's workspace that lie within their
 * scope. `isInScope` (domain) says the same of a row.
 */
export function threadsOf(reader: Reader): SQL {
  return and(eq(threads.workspaceId, reader.workspaceId), inScope(reader))!;
}

/** Only the scope, where the workspace is asked for otherwise; undefined for who sees everything. */
export function inScope({ memberId, role, scope }: Reader): SQL | undefined {
  if (scope === null) return undefined;
  const own = role === "client" ? sql`` : sql` or ${threads.assigneeId} = ${memberId}`;
  return sql`(${threads.mailboxId} = any(${sql.param(scope.mailboxIds)}::uuid[]) or ${threads.campaignId} = any(${sql.param(scope.campaignIds)}::uuid[])${own})`;
}

/** As `threadsOf` for a table that names its thread by `column`: a subquery that is not made for who sees everything. */
export function isOfSeenThread(reader: Reader, column: SQL | { getSQL(): SQL }): SQL | undefined {
  const scope = inScope(reader);
  return scope && sql`exists (select 1 from ${threads} where ${threads.id} = ${column} and ${scope})`;
}

/** The same for a table that names its message, whose words they may have. */
export function isOfSeenMessage(reader: Reader, column: SQL | { getSQL(): SQL }): SQL | undefined {
  const seen = and(isOfSeenThread(reader, messages.threadId), isForReader(reader));
  return seen && sql`exists (select 1 from ${messages} where ${messages.id} = ${column} and ${seen})`;
}
