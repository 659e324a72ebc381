import { and, asc, eq, ne, sql } from "drizzle-orm";
import { approvalRules, campaigns, categories, mailboxes, members } from "@/lib/db/schema";
import type { ApprovalConditions } from "@/lib/domain/review";
import { campaignsOf } from "../access/campaigns-of";
import { mayChangeRule } from "../access/require-own-rule";
import { rulesInSight } from "../access/rules-in-sight";
import { may, type Context } from "../context";

/** `mayChange`: general rules are read only by who is narrowed. */
export type ApprovalRule = {
  id: string;
  name: string;
  conditions: ApprovalConditions;
  isPaused: boolean;
  mayChange: boolean;
};
type Named = { id: string; name: string };
/** `direct`: the mailbox whose own campaign it is. */
type NamedCampaign = Named & { direct: string | null };
/** `of`: what the actor can name in rules; who has left is among the people as long as a rule names them. */
export type ApprovalRules = {
  rules: ApprovalRule[];
  of: { campaigns: NamedCampaign[]; categories: Named[]; people: Named[] };
};

/** The workspace's rules for approval, as far as the actor sees them, the oldest first, and what a rule can be about. */
export async function listApprovalRules({ actor, db }: Context): Promise<ApprovalRules> {
  may(actor, "rule.manage");
  const { workspaceId } = actor;
  const all = await db
    .select()
    .from(approvalRules)
    .where(eq(approvalRules.workspaceId, workspaceId))
    .orderBy(asc(approvalRules.createdAt), asc(approvalRules.id));
  const rules = await rulesInSight(db, actor, all);
  const named = new Set(rules.flatMap(({ conditions }) => conditions.memberIds));
  const people = await db
    .select({ id: members.id, name: members.name, leftAt: members.deactivatedAt })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), ne(members.role, "client")))
    .orderBy(asc(members.name));
  return {
    rules: rules.map(({ id, name, conditions, pausedAt }) => ({
      id,
      name,
      conditions,
      isPaused: pausedAt !== null,
      mayChange: mayChangeRule(actor, conditions),
    })),
    of: {
      campaigns: await db
        .select({ id: campaigns.id, name: campaigns.name, direct: mailboxes.address })
        .from(campaigns)
        .leftJoin(mailboxes, eq(mailboxes.id, campaigns.directMailboxId))
        .where(campaignsOf(actor))
        .orderBy(sql`${campaigns.directMailboxId} is not null`, asc(campaigns.name), asc(mailboxes.address)),
      categories: await db
        .select({ id: categories.id, name: categories.name })
        .from(categories)
        .where(eq(categories.workspaceId, workspaceId))
        .orderBy(asc(categories.position)),
      people: people.filter(({ id, leftAt }) => leftAt === null || named.has(id)).map(({ id, name }) => ({ id, name })),
    },
  };
}
