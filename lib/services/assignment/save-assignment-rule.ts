import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { assignmentRules, assignmentTurns, campaigns, categories, mailboxes, members } from "@/lib/db/schema";
import { ROLES } from "@/lib/domain/roles";
import { roleMay } from "@/lib/domain/permissions";
import { campaignsOf } from "../access/campaigns-of";
import { mailboxesOf } from "../access/mailboxes-of";
import { requireOwnRule } from "../access/require-own-rule";
import { type Actor, type Context, may } from "../context";
import { record } from "../record";
import { lockAssignmentRule } from "./lock-assignment-rule";
import { rulesInOrder, type RuleRow } from "./rules-in-order";
import type { SaveAssignmentRuleInput } from "./schemas";

const MOST = 50;

/**
 * Writes a rule: a new one behind the others (`ruleId` null), or another text for one that is there. Who stays keeps their turn, who is
 * new comes next. Who is narrowed changes rules of campaigns and mailboxes that they see.
 * @throws AppError `not_found` (assignment_rule, campaign, mailbox, category, member), `forbidden` (general_rule),
 *   `unprocessable` (too_many_rules)
 */
export async function saveAssignmentRule(
  { actor, db, now }: Context,
  input: SaveAssignmentRuleInput,
): Promise<{ ruleId: string }> {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    const rules = await rulesInOrder(tx, actor.workspaceId, true);
    if (input.ruleId !== null) await lockAssignmentRule(tx, actor, input.ruleId);
    requireOwnRule(actor, input.conditions);
    await requireKnown(tx, actor, input);
    const { name, conditions, memberIds } = input;
    const ruleId = await writeRule(tx, actor, { input, rules, at: now() });
    await tx
      .delete(assignmentTurns)
      .where(and(eq(assignmentTurns.ruleId, ruleId), notInArray(assignmentTurns.memberId, memberIds)));
    await tx
      .insert(assignmentTurns)
      .values(memberIds.map((memberId, position) => ({ ruleId, memberId, position })))
      .onConflictDoUpdate({
        target: [assignmentTurns.ruleId, assignmentTurns.memberId],
        set: { position: sql`excluded.position` },
      });
    await record(tx, actor, "assignment_rule.saved", { subjectId: ruleId, data: { name, conditions, memberIds } });
    return { ruleId };
  });
}

type Writing = { input: SaveAssignmentRuleInput; rules: RuleRow[]; at: Date };

async function writeRule(tx: Database, { workspaceId }: Actor, { input, rules, at }: Writing): Promise<string> {
  const { ruleId, name, conditions } = input;
  if (ruleId !== null) {
    await tx.update(assignmentRules).set({ name, conditions }).where(eq(assignmentRules.id, ruleId));
    return ruleId;
  }
  if (rules.length >= MOST) throw new AppError("unprocessable", { reason: "too_many_rules" });
  const position = (rules.at(-1)?.position ?? -1) + 1;
  const [made] = await tx
    .insert(assignmentRules)
    .values({ workspaceId, position, name, conditions, createdAt: at })
    .returning({ id: assignmentRules.id });
  return made!.id;
}

/** What a rule names has to be the workspace's own and in sight, and its people have to be able to answer. */
async function requireKnown(tx: Database, actor: Actor, input: SaveAssignmentRuleInput): Promise<void> {
  const { workspaceId } = actor;
  const { campaignIds, mailboxIds, categoryIds } = input.conditions;
  for (const { table, areSeen, ids, reason } of [
    { table: campaigns, areSeen: campaignsOf(actor), ids: campaignIds, reason: "campaign" },
    { table: mailboxes, areSeen: mailboxesOf(actor), ids: mailboxIds, reason: "mailbox" },
    {
      table: categories,
      areSeen: eq(categories.workspaceId, workspaceId),
      ids: categoryIds,
      reason: "category",
    },
  ]) {
    const isIt = and(inArray(table.id, ids), areSeen);
    if (ids.length > 0 && (await tx.$count(table, isIt)) < ids.length) throw new AppError("not_found", { reason });
  }
  const answering = ROLES.filter((role) => roleMay(role, "reply.send"));
  const areTheirs = and(
    inArray(members.id, input.memberIds),
    eq(members.workspaceId, workspaceId),
    inArray(members.role, answering),
  );
  if ((await tx.$count(members, areTheirs)) < input.memberIds.length)
    throw new AppError("not_found", { reason: "member" });
}
