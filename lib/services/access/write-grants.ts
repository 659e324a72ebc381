import { and, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { accessGrants, campaigns, clients, mailboxes } from "@/lib/db/schema";
import type { Actor } from "../context";
import type { Grant } from "./schemas";

type Whose = { memberId: string } | { teamId: string };

/**
 * Exactly these grants are a member's or a team's from now on, in the caller's transaction.
 * @throws AppError `not_found` (mailbox, campaign, client) for what is not the workspace's
 */
export async function writeGrants(tx: Database, { workspaceId }: Actor, whose: Whose, grants: Grant[]): Promise<void> {
  const idsOf = (kind: Grant["kind"]) => [...new Set(grants.flatMap((grant) => (grant.kind === kind ? grant.id : [])))];
  const given = { mailbox: idsOf("mailbox"), campaign: idsOf("campaign"), client: idsOf("client") };
  for (const kind of ["mailbox", "campaign", "client"] as const) {
    const table = TABLES[kind];
    const isOne = and(inArray(table.id, given[kind]), eq(table.workspaceId, workspaceId));
    if ((await tx.$count(table, isOne)) < given[kind].length) throw new AppError("not_found", { reason: kind });
  }
  await tx
    .delete(accessGrants)
    .where("memberId" in whose ? eq(accessGrants.memberId, whose.memberId) : eq(accessGrants.teamId, whose.teamId));
  const rows = [
    ...given.mailbox.map((mailboxId) => ({ mailboxId })),
    ...given.campaign.map((campaignId) => ({ campaignId })),
    ...given.client.map((clientId) => ({ clientId })),
  ];
  if (rows.length > 0) await tx.insert(accessGrants).values(rows.map((row) => ({ ...row, ...whose, workspaceId })));
}

const TABLES = { mailbox: mailboxes, campaign: campaigns, client: clients } as const;
