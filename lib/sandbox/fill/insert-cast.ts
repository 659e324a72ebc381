import type { Database } from "@/lib/db/client";
import { campaignMailboxes, campaigns, categories, mailboxes, members, templates, workspaces } from "@/lib/db/schema";
import { DEFAULT_CATEGORIES } from "@/lib/domain/default-categories";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";
import { CAMPAIGNS, MAILBOXES, MEMBERS, signatureOf, WORKSPACE_NAME } from "../people/cast";
import type { Ids } from "../plan/rows";
import { seeded } from "../random";
import { TEAM_TEMPLATES } from "../texts/templates";

/** Writes our side of the sandbox: workspace, members, categories, mailboxes and campaigns. */
export async function insertCast(tx: Database, at: Date): Promise<Ids> {
  const random = seeded("wattlark/cast");
  const workspaceId = random.uuid();
  await tx.insert(workspaces).values({ id: workspaceId, kind: "sandbox", name: WORKSPACE_NAME, createdAt: at });

  const memberRows = MEMBERS.map(({ key, name, email, role, timeZone }) => ({
    key,
    id: random.uuid(),
    workspaceId,
    name,
    email,
    role,
    timeZone,
    createdAt: at,
  }));
  await tx.insert(members).values(memberRows);

  const categoryRows = DEFAULT_CATEGORIES.map((category, position) => ({
    ...category,
    id: random.uuid(),
    workspaceId,
    position,
  }));
  await tx.insert(categories).values(categoryRows);

  const mailboxRows = MAILBOXES.map((mailbox, index) =>
    mailboxRow(mailbox, index, { id: random.uuid(), workspaceId, at }),
  );
  await tx.insert(mailboxes).values(mailboxRows);

  const campaignRows = CAMPAIGNS.map(({ number, name }) => ({
    id: random.uuid(),
    workspaceId,
    number,
    name,
    createdAt: at,
  }));
  await tx.insert(campaigns).values(campaignRows);
  await tx
    .insert(campaignMailboxes)
    .values(
      CAMPAIGNS.flatMap((campaign, index) =>
        campaign.mailboxes.map((place) => ({ campaignId: campaignRows[index]!.id, mailboxId: mailboxRows[place]!.id })),
      ),
    );
  for (const { id } of mailboxRows) await ensureDirectCampaign(tx, id);
  const createdById = memberRows.find(({ role }) => role === "manager")!.id;
  await tx.insert(templates).values(templateRows({ workspaceId, createdById, at }));

  return {
    workspaceId,
    mailboxes: mailboxRows.map(({ id }) => id),
    members: Object.fromEntries(memberRows.map(({ key, id }) => [key, id])),
    campaigns: Object.fromEntries(campaignRows.map(({ number, id }) => [number, id])),
    categories: Object.fromEntries(categoryRows.map(({ kind, id }) => [kind, id])),
  };
}

/** The team's. Their ids come from elsewhere, so that those of mailboxes and campaigns stay what they are. */
function templateRows({ workspaceId, createdById, at }: { workspaceId: string; createdById: string; at: Date }) {
  const random = seeded("wattlark/templates");
  return TEAM_TEMPLATES.map(({ name, shortcut, body }) => ({
    id: random.uuid(),
    workspaceId,
    name,
    shortcut,
    bodyHtml: body.map((line) => `<p>${line}</p>`).join(""),
    createdById,
    createdAt: at,
    updatedAt: at,
  }));
}

function mailboxRow(
  mailbox: (typeof MAILBOXES)[number],
  index: number,
  { id, workspaceId, at }: { id: string; workspaceId: string; at: Date },
) {
  const owner = MEMBERS.find((member) => member.key === mailbox.owner)!;
  return {
    id,
    workspaceId,
    address: mailbox.address,
    displayName: owner.name,
    signatureHtml: signatureOf(mailbox, owner.name),
    colour: index + 1,
    engine: "sandbox" as const,
    state: "connected" as const,
    stateSince: at,
    lastSyncedAt: at,
    timeZone: owner.timeZone,
    createdAt: at,
  };
}
