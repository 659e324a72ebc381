import { eq } from "drizzle-orm";
import { campaigns, mailboxes } from "@/lib/db/schema";
import type { NamedGroup } from "@/lib/domain/insights/insight-blocks";
import { campaignKey, mailboxKey } from "@/lib/domain/insights/replies";
import type { Context } from "@/lib/services/context";

export type NamedGroups = { campaigns: NamedGroup[]; mailboxes: NamedGroup[] };

/** What campaigns and mailboxes are called and told apart by, with their keys; which of them are shown, figures decide. */
export async function namedGroups({ actor, db }: Context): Promise<NamedGroups> {
  const found = await db
    .select({ number: campaigns.number, name: campaigns.name, direct: mailboxes.address })
    .from(campaigns)
    .leftJoin(mailboxes, eq(mailboxes.id, campaigns.directMailboxId))
    .where(eq(campaigns.workspaceId, actor.workspaceId))
    .orderBy(campaigns.name, campaigns.number);
  const boxes = await db
    .select({ id: mailboxes.id, name: mailboxes.address })
    .from(mailboxes)
    .where(eq(mailboxes.workspaceId, actor.workspaceId))
    .orderBy(mailboxes.address, mailboxes.id);
  return {
    campaigns: [
      ...found.map(({ number, name, direct }) => ({
        key: campaignKey(number),
        name,
        ...(direct === null ? { number } : { direct }),
      })),
      { key: campaignKey(null), name: "" },
    ],
    mailboxes: boxes.map(({ id, name }) => ({ key: mailboxKey(id), name })),
  };
}
