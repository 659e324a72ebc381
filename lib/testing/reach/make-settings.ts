import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import {
  absences,
  apiKeys,
  approvalRules,
  assignmentRules,
  blocks,
  categories,
  clients,
  drafts,
  events,
  memberInvitations,
  smartleadConnections,
  teams,
  templateFolders,
  templates,
  uploads,
} from "@/lib/db/schema";
import { sealKey, sealWebhookSecret } from "@/lib/services/smartlead/smartlead-secrets";
import { makeCampaign, makeLead, makeMailbox, makeMember, makeThread } from "../factories";
import { draftOf } from "./make-thing";

/** The ids of what settings are about, and the mailbox's address, of one workspace; what is somebody's own is `ownerId`'s. */
export type Settings = Awaited<ReturnType<typeof makeSettings>>;

/** One of everything that settings are about. */
export async function makeSettings(db: Database, { workspaceId, ownerId }: { workspaceId: string; ownerId: string }) {
  const mailbox = await makeMailbox(db, { workspaceId, address: `set@${newId()}.test`, engine: "smtp" });
  const campaign = await makeCampaign(db, { workspaceId, mailbox, name: `Campaign ${newId()}` });
  const member = await makeMember(db, { workspaceId, name: "Somebody" });
  const left = await makeMember(db, { workspaceId, name: "Gone", deactivatedAt: new Date() });
  return {
    mailboxId: mailbox.id,
    address: mailbox.address,
    campaignId: campaign.id,
    memberId: member.id,
    leftId: left.id,
    ...(await makeWork(db, workspaceId, ownerId)),
    ...(await makeOwn(db, workspaceId, ownerId)),
    handedDraftId: await makeHandedDraft(db, { workspaceId, ownerId, memberId: member.id, mailbox, campaign }),
  };
}

/** What belongs to the whole workspace. */
async function makeWork(db: Database, workspaceId: string, ownerId: string) {
  const name = `Name ${newId()}`;
  const nobody = { campaignIds: [], mailboxIds: [], categoryIds: [], languages: [] };
  const looks = { newForDays: null, firstReplyCategoryIds: [], words: ["price"], attachments: null };
  const conditions = { ...looks, campaignIds: [], isOutsideHours: false, memberIds: [] };
  const connectionId = newId();
  const sealed = { ...sealKey(connectionId, newId()), ...sealWebhookSecret(connectionId, newId()) };
  await db.insert(smartleadConnections).values({ workspaceId, id: connectionId, ...sealed });
  const until = { expiresAt: new Date(Date.now() + 3_600_000), invitedById: ownerId };
  const invited = { workspaceId, email: `${newId()}@new.test`, role: "sdr" as const, hash: newId() };
  const [turns] = await db
    .insert(assignmentRules)
    .values({ workspaceId, name, position: 7, conditions: nobody })
    .returning();
  const [look] = await db.insert(approvalRules).values({ workspaceId, name, conditions }).returning();
  const [block] = await db
    .insert(blocks)
    .values({ workspaceId, kind: "domain", value: `${newId()}.test` })
    .returning();
  const [client] = await db.insert(clients).values({ workspaceId, name }).returning();
  const [team] = await db.insert(teams).values({ workspaceId, name }).returning();
  const [invitation] = await db
    .insert(memberInvitations)
    .values({ ...invited, ...until })
    .returning();
  const category = { workspaceId, name, sentiment: "neutral" as const, kind: "none" as const, position: 70 };
  const [labelled] = await db.insert(categories).values(category).returning();
  return {
    connectionId,
    assignmentRuleId: turns!.id,
    approvalRuleId: look!.id,
    blockId: block!.id,
    clientId: client!.id,
    teamId: team!.id,
    invitationId: invitation!.id,
    categoryId: labelled!.id,
  };
}

/** What is its owner's alone. */
async function makeOwn(db: Database, workspaceId: string, ownerId: string) {
  const key = { workspaceId, memberId: ownerId, name: "A key", hash: newId(), hint: "abcd" };
  const away = { workspaceId, memberId: ownerId, firstDay: "2031-01-01", lastDay: "2031-01-02" };
  const text = { workspaceId, ownerId, name: "Mine", bodyHtml: "<p>Yes</p>" };
  const [apiKey] = await db.insert(apiKeys).values(key).returning();
  const [absence] = await db.insert(absences).values(away).returning();
  const [template] = await db.insert(templates).values(text).returning();
  const [folder] = await db.insert(templateFolders).values({ workspaceId, ownerId, name: "Mine" }).returning();
  const file = {
    fileName: "old.mbox",
    contentType: "application/mbox",
    size: 1,
    sha256: "",
    storageKey: `uploads/${newId()}`,
  };
  const [upload] = await db
    .insert(uploads)
    .values({ workspaceId, memberId: ownerId, ...file })
    .returning();
  return {
    apiKeyId: apiKey!.id,
    absenceId: absence!.id,
    templateId: template!.id,
    folderId: folder!.id,
    uploadId: upload!.id,
  };
}

type HandedDraft = Required<Pick<Parameters<typeof makeThread>[1], "mailbox" | "campaign">> & {
  workspaceId: string;
  ownerId: string;
  memberId: string;
};

/** A draft that its owner has handed over to a member, who has not touched it. @returns the id that it had before */
async function makeHandedDraft(db: Database, { workspaceId, ownerId, memberId, mailbox, campaign }: HandedDraft) {
  const lead = await makeLead(db, { workspaceId, campaign });
  const { thread, messages } = await makeThread(db, { workspaceId, mailbox, campaign, lead });
  const [draftId, givenId, at] = [newId(), newId(), new Date()];
  const content = draftOf(messages[0]!.id, "Yes");
  const handed = { savedAt: at, handedById: ownerId, handedAt: at, handedNote: "" };
  const where = { workspaceId, threadId: thread.id };
  await db.insert(drafts).values({ ...where, ...handed, id: givenId, authorId: memberId, content });
  const data = { draftId, givenId };
  await db.insert(events).values({ ...where, memberId: ownerId, kind: "draft.handed", subjectId: memberId, data });
  return draftId;
}
