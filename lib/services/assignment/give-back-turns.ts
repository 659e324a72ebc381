import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { assignmentRules, assignmentTurns } from "@/lib/db/schema";
import { nextNumber } from "@/lib/domain/assignment-rule";

type Taken = { rule: string; memberId: string; turn: { number: number; former: number } | null };

/**
 * Turns of rules that came to nothing: whose they were comes next again, unless the rule has given another one since. Rules are locked
 * as they are where turns are taken (`assignByRule`).
 */
export async function giveBackTurns(tx: Database, taken: Taken[]): Promise<void> {
  const turns = taken.flatMap(({ rule, memberId, turn }) => (turn ? [{ rule, memberId, ...turn }] : []));
  if (turns.length === 0) return;
  const ruleIds = [...new Set(turns.map(({ rule }) => rule))];
  await tx
    .select({ id: assignmentRules.id })
    .from(assignmentRules)
    .where(inArray(assignmentRules.id, ruleIds))
    .orderBy(asc(assignmentRules.id))
    .for("update");
  // The last one first: each is the rule's newest by then.
  for (const { rule, memberId, number, former } of turns.toSorted((a, b) => b.number - a.number)) {
    const people = await tx.select().from(assignmentTurns).where(eq(assignmentTurns.ruleId, rule));
    if (nextNumber(people) !== number + 1) continue;
    const isIts = and(
      eq(assignmentTurns.ruleId, rule),
      eq(assignmentTurns.memberId, memberId),
      eq(assignmentTurns.lastTurn, number),
    );
    await tx.update(assignmentTurns).set({ lastTurn: former }).where(isIts);
  }
}
