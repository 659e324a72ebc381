import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { assignmentTurns, campaigns, categories, mailboxes, members } from "@/lib/db/schema";
import { inTurn } from "@/lib/domain/assignment-rule";
import type { AssignmentRuleItem, RuleChoices } from "@/lib/domain/assignment-rule-item";
import { roleMay } from "@/lib/domain/permissions";
import { awayMembers } from "../absences/away-members";
import { campaignsOf } from "../access/campaigns-of";
import { mailboxesOf } from "../access/mailboxes-of";
import { mayChangeRule } from "../access/require-own-rule";
import { rulesInSight } from "../access/rules-in-sight";
import { type Context, may } from "../context";
import { type RuleRow, rulesInOrder } from "./rules-in-order";

/**
 * The workspace's rules, as far as the actor sees them, in the order in which they are asked, and what the actor can make them of: what they see, and what stands in one.
 * @throws AppError `forbidden`
 */
export async function listAssignmentRules(
  ctx: Context,
): Promise<{ rules: AssignmentRuleItem[]; choices: RuleChoices }> {
  const { actor, db, now } = ctx;
  may(actor, "rule.manage");
  const rows = await rulesInSight(db, actor, await rulesInOrder(db, actor.workspaceId));
  const away = await awayMembers(db, actor.workspaceId, now());
  const turns = await turnsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const rules = rows.map(({ id, name, conditions, pausedAt }) => {
    const own = turns.filter(({ ruleId }) => ruleId === id);
    const isThere = (person: Turn) => !person.isGone && !away.has(person.memberId);
    const next = inTurn(own).find(isThere);
    const people = own.map((person) => ({
      id: person.memberId,
      name: person.name,
      isNext: person === next,
      awayUntil: away.get(person.memberId) ?? null,
      isGone: person.isGone,
    }));
    const mayChange = mayChangeRule(actor, conditions);
    return { id, name, conditions, isPaused: pausedAt !== null, people, mayChange };
  });
  return { rules, choices: await choicesOf(ctx, rows) };
}

type Turn = Awaited<ReturnType<typeof turnsOf>>[number];

async function turnsOf({ db }: Context, ruleIds: string[]) {
  const rows = await db
    .select({
      ruleId: assignmentTurns.ruleId,
      memberId: members.id,
      name: members.name,
      position: assignmentTurns.position,
      lastTurn: assignmentTurns.lastTurn,
      role: members.role,
      deactivatedAt: members.deactivatedAt,
    })
    .from(assignmentTurns)
    .innerJoin(members, eq(members.id, assignmentTurns.memberId))
    .where(inArray(assignmentTurns.ruleId, ruleIds))
    .orderBy(asc(assignmentTurns.position), asc(members.id));
  return rows.map(({ role, deactivatedAt, ...turn }) => ({
    ...turn,
    isGone: deactivatedAt !== null || !roleMay(role, "reply.send"),
  }));
}

async function choicesOf({ actor, db }: Context, rules: RuleRow[]): Promise<RuleChoices> {
  const { workspaceId } = actor;
  const mailboxesInUse = rules.flatMap(({ conditions }) => conditions.mailboxIds);
  const areMailboxes = or(and(mailboxesOf(actor), isNull(mailboxes.removedAt)), inArray(mailboxes.id, mailboxesInUse));
  const people = await db
    .select({ id: members.id, name: members.name, role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.deactivatedAt)))
    .orderBy(asc(members.name), asc(members.id));
  return {
    campaigns: await db
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .where(and(campaignsOf(actor), isNull(campaigns.directMailboxId)))
      .orderBy(asc(campaigns.name), asc(campaigns.id)),
    mailboxes: await db
      .select({ id: mailboxes.id, name: mailboxes.address })
      .from(mailboxes)
      .where(and(eq(mailboxes.workspaceId, workspaceId), areMailboxes))
      .orderBy(asc(mailboxes.address)),
    categories: await db
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .where(eq(categories.workspaceId, workspaceId))
      .orderBy(asc(categories.position), asc(categories.id)),
    people: people.filter(({ role }) => roleMay(role, "reply.send")).map(({ id, name }) => ({ id, name })),
  };
}
