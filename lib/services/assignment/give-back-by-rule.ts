import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/lib/db/client";
import { events, notifications, replies, threads } from "@/lib/db/schema";
import { notifyChanges } from "@/lib/realtime/notify";
import type { Actor } from "../context";
import { recordEach } from "../record-each";
import { carryOwners } from "../smartlead/carry-owners";
import { giveBackTurns } from "./give-back-turns";

/**
 * Somebody takes back what `eventIds` tell of, and with it the owners whom the rules gave threads by it (`assignByRule`): these are
 * nobody's again, who has not read that they had one is told of none, and whose turn it was is next again. What was given to anybody
 * since stays theirs, and so does what its owner has answered. In the transaction that takes it back, which holds the threads.
 */
export async function giveBackByRule(tx: Database, actor: Actor, eventIds: string[]): Promise<void> {
  const found = await givenBy(tx, eventIds);
  if (found.length === 0) return;
  const threadIds = found.map(({ threadId }) => threadId);
  await tx.update(threads).set({ assigneeId: null, assignedAt: null }).where(inArray(threads.id, threadIds));
  await recordEach(
    tx,
    actor,
    "thread.assigned",
    found.map(({ threadId, rule, given: event }) => ({ threadId, data: { to: null, rule, given: event } })),
  );
  await carryOwners(tx, actor, threadIds);
  await untell(tx, actor, found);
  await giveBackTurns(tx, found);
}

type Given = Awaited<ReturnType<typeof givenBy>>[number];

const given = alias(events, "given");
const cause = alias(events, "cause");

/** Those that stand with whom a rule gave them, at the time at which it did. */
function givenBy(tx: Database, eventIds: string[]) {
  return (
    tx
      .select({
        threadId: threads.id,
        memberId: sql<string>`${threads.assigneeId}`,
        at: sql<Date>`${threads.assignedAt}`.mapWith(threads.assignedAt),
        rule: sql<string>`${given.data} ->> 'rule'`,
        given: given.id,
        /** What is written down since turns are given back. */
        turn: sql<{ number: number; former: number } | null>`nullif(${given.data} -> 'turn', 'null')`,
      })
      .from(threads)
      .innerJoin(given, and(eq(given.threadId, threads.id), eq(given.kind, "thread.assigned")))
      // Both were written in one transaction, which gives its facts one time.
      .innerJoin(cause, and(eq(cause.threadId, given.threadId), eq(cause.at, given.at), inArray(cause.id, eventIds)))
      .where(
        and(
          sql`${given.data} ->> 'rule' is not null`,
          sql`${threads.assigneeId}::text = ${given.data} ->> 'to'`,
          sql`${threads.assignedAt} = (${given.data} ->> 'at')::timestamptz`,
          notExists(hasOwnersAnswer(tx)),
        ),
      )
  );
}

const hasOwnersAnswer = (tx: Database) =>
  tx
    .select({ one: sql`1` })
    .from(replies)
    .where(
      and(
        eq(replies.threadId, threads.id),
        eq(replies.authorId, threads.assigneeId),
        eq(replies.origin, "composer"),
        eq(replies.kind, "reply"),
        sql`${replies.status} <> 'cancelled'`,
        sql`${replies.acceptedAt} >= ${threads.assignedAt}`,
      ),
    );

async function untell(tx: Database, { workspaceId }: Actor, found: Given[]): Promise<void> {
  const heard = new Set<string>();
  for (const { threadId, memberId, at } of found) {
    const gone = await tx
      .delete(notifications)
      .where(
        and(
          eq(notifications.memberId, memberId),
          eq(notifications.threadId, threadId),
          eq(notifications.kind, "assigned"),
          eq(notifications.createdAt, at),
          sql`${notifications.readAt} is null`,
        ),
      )
      .returning({ id: notifications.id });
    if (gone.length > 0) heard.add(memberId);
  }
  await notifyChanges(
    tx,
    [...heard].map((memberId) => ({ workspaceId, kind: "personal" as const, memberId })),
  );
}
