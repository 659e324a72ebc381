import { eq } from "drizzle-orm";
import { campaigns, mailboxes } from "@/lib/db/schema";
import { campaignKey, mailboxKey } from "@/lib/domain/insights/replies";
import type { Context } from "@/lib/services/context";

type Named = { key: string; name: string };
export type NamedGroups = { campaigns: Named[]; mailboxes: Named[] };

/** What campaigns and mailboxes are called, by their keys; which of them are shown, figures decide. */
export async function namedGroups({ actor, db }: Context): Promise<NamedGroups> {
  const found = await db
    .select({ number: campaigns.number, name: campaigns.name })
    .from(campaigns)
    .where(eq(campaigns.workspaceId, actor.workspaceId))
    .orderBy(campaigns.name, campaigns.number);
  const boxes = await db
    .select({ id: mailboxes.id, name: mailboxes.address })
    .from(mailboxes)
    .where(eq(mailboxes.workspaceId, actor.workspaceId))
    .orderBy(mailboxes.address, mailboxes.id);
  return {
    campaigns: [
      ...found.map(({ number, name }) => ({ key: campaignKey(number), name })),
      { key: campaignKey(null), name: "" },
    ],
    mailboxes: boxes.map(({ id, name }) => ({ key: mailboxKey(id), name })),
  };
}
