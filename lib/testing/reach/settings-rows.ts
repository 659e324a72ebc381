import { newId } from "@/lib/core/ids";
import { mailbox, mailboxSettings } from "./action-doors";
import type { Settings } from "./make-settings";

/** What an action about settings, or about what is somebody's own, is sent of things that it names; null: it names none. */
export type SettingsRow = ((things: Settings) => unknown) | null;

const template = { name: "Yes", shortcut: "yes", bodyHtml: "<p>Yes</p>", folderId: null, isShared: false };
const turns = { campaignIds: [], mailboxIds: [], categoryIds: [], languages: [] };
const looks = { newForDays: null, firstReplyCategoryIds: [], words: ["offer"], attachments: null };
const held = { ...looks, campaignIds: [], isOutsideHours: false, memberIds: [] };

/** A new action about settings fails until it stands here. */
export const SETTINGS_ROWS: Record<string, SettingsRow> = {
  "absences.addAbsence": ({ memberId }) => ({ memberId, firstDay: "2032-01-04", lastDay: "2032-01-08" }),
  "absences.removeAbsence": ({ absenceId }) => ({ absenceId }),
  "access.setAccess": ({ memberId, mailboxId }) => ({
    memberId,
    seesAll: false,
    grants: [{ kind: "mailbox", id: mailboxId }],
  }),
  "api-keys.createApiKey": null,
  "api-keys.revokeApiKey": ({ apiKeyId }) => ({ apiKeyId }),
  "assignment.moveAssignmentRule": ({ assignmentRuleId }) => ({ ruleId: assignmentRuleId, to: "up" }),
  "assignment.pauseAssignmentRule": ({ assignmentRuleId }) => ({ ruleId: assignmentRuleId, isPaused: true }),
  "assignment.removeAssignmentRule": ({ assignmentRuleId }) => ({ ruleId: assignmentRuleId }),
  "assignment.saveAssignmentRule": ({ assignmentRuleId, memberId }) => ({
    ruleId: assignmentRuleId,
    name: "Anew",
    conditions: turns,
    memberIds: [memberId],
  }),
  "blocks.addBlock": null,
  "blocks.removeBlock": ({ blockId }) => ({ blockId }),
  "calendar-feeds.makeFeed": null,
  "calendar-feeds.revokeFeed": null,
  "campaigns.saveCampaignWindow": ({ campaignId }) => ({ campaignId, window: null }),
  "campaigns.setCampaignClient": ({ campaignId, clientId }) => ({ campaignId, clientId }),
  "categories.addCategory": null,
  "categories.moveCategory": ({ categoryId }) => ({ categoryId, to: "up" }),
  "categories.removeCategory": ({ categoryId }) => ({ categoryId }),
  "categories.updateCategory": ({ categoryId }) => ({ categoryId, name: `Anew ${newId()}`, sentiment: "positive" }),
  "clients.addClient": null,
  "clients.removeClient": ({ clientId }) => ({ clientId }),
  "clients.renameClient": ({ clientId }) => ({ clientId, name: `Anew ${newId()}` }),
  "drafts.takeBack": ({ handedDraftId }) => ({ draftId: handedDraftId }),
  "imports.orderMailFiles": ({ mailboxId, uploadId }) => ({ mailboxId, name: "old.mbox", uploadIds: [uploadId] }),
  "imports.orderPastMail": ({ mailboxId }) => ({ mailboxId, days: 30 }),
  "mailboxes.createMailbox": null,
  "mailboxes.disableMailbox": ({ mailboxId }) => ({ mailboxId }),
  "mailboxes.enableMailbox": ({ mailboxId }) => ({ mailboxId }),
  "mailboxes.removeMailbox": ({ mailboxId }) => ({ mailboxId }),
  "mailboxes.saveMailboxSettings": ({ mailboxId }) => ({ ...mailboxSettings, mailboxId }),
  "mailboxes.testMailbox": ({ mailboxId }) => ({ mailboxId }),
  "mailboxes.updateMailbox": ({ mailboxId, address }) => ({ ...mailbox, mailboxId, address }),
  "member-invitations.inviteMember": ({ mailboxId }) => ({
    email: `${newId()}@new.test`,
    name: "New",
    role: "sdr",
    mailboxId,
  }),
  "member-invitations.resendInvitation": ({ invitationId }) => ({ invitationId }),
  "member-invitations.revokeInvitation": ({ invitationId }) => ({ invitationId }),
  "members.addMember": null,
  "members.changePassword": null,
  "members.changeRole": ({ memberId }) => ({ memberId, role: "manager" }),
  "members.deactivateMember": ({ memberId }) => ({ memberId }),
  "members.givePassword": ({ memberId }) => ({ memberId }),
  "members.reactivateMember": ({ leftId }) => ({ memberId: leftId }),
  "members.savePreferences": null,
  "members.saveWorkingHours": null,
  "members.updateProfile": null,
  "reviews.addRule": ({ campaignId }) => ({ name: "Anew", conditions: { ...held, campaignIds: [campaignId] } }),
  "reviews.pauseRule": ({ approvalRuleId }) => ({ ruleId: approvalRuleId, paused: true }),
  "reviews.pickSamples": null,
  "reviews.removeRule": ({ approvalRuleId }) => ({ ruleId: approvalRuleId }),
  "reviews.updateRule": ({ approvalRuleId }) => ({ ruleId: approvalRuleId, name: "Anew", conditions: held }),
  "smartlead.chooseSmartleadCampaigns": ({ connectionId }) => ({ connectionId, campaignIds: [] }),
  "smartlead.connectSmartlead": null,
  "smartlead.disconnectSmartlead": ({ connectionId }) => ({ connectionId }),
  "smartlead.pollSmartleadNow": ({ connectionId }) => ({ connectionId }),
  "smartlead.saveSmartleadMember": ({ memberId }) => ({ memberId, remoteId: null }),
  "smartlead.saveSmartleadSettings": ({ connectionId }) => ({ connectionId, endpoint: "auto", handsOver: false }),
  "team.setUpTeam": null,
  "teams.addTeam": ({ memberId }) => ({ name: `Anew ${newId()}`, memberIds: [memberId], grants: [] }),
  "teams.removeTeam": ({ teamId }) => ({ teamId }),
  "teams.updateTeam": ({ teamId }) => ({ teamId, name: `Anew ${newId()}`, memberIds: [], grants: [] }),
  "templates.addTemplate": ({ folderId }) => ({ ...template, shortcut: newId().slice(0, 8), folderId }),
  "templates.addTemplateFolder": null,
  "templates.removeTemplate": ({ templateId }) => ({ templateId }),
  "templates.removeTemplateFolder": ({ folderId }) => ({ folderId }),
  "templates.renameTemplateFolder": ({ folderId }) => ({ folderId, name: "Anew" }),
  "templates.updateTemplate": ({ templateId }) => ({ ...template, shortcut: newId().slice(0, 8), templateId }),
};
