import { newId } from "@/lib/core/ids";
import type { Role } from "@/lib/domain/roles";
import { draftOf, type Thing } from "./make-thing";
import { replyTo } from "./reply-to";

/**
 * What an action is sent of a thread and of what hangs in it; `roles` that may do it, else all but clients. `settings`: it concerns no
 * thread and is for some roles, as the table of `authorisation.db.test.ts` says. `own`: it concerns what is the member's own.
 */
export type ActionRow =
  | "settings"
  | { own: unknown; roles?: readonly Role[] }
  | { of: (thing: Thing, colleagueId: string) => unknown; roles?: readonly Role[] };

const tomorrow = () => new Date(Date.now() + 2 * 86_400_000).toISOString();
const one = (more: object = {}): ActionRow => ({ of: ({ replyId }) => ({ replyId, ...more }) });
const thread = (more: object = {}): ActionRow => ({ of: ({ threadId }) => ({ threadId, ...more }) });
const threads = (more: object): ActionRow => ({ of: ({ threadId }) => ({ threadIds: [threadId], ...more }) });
const message = (more: object, roles?: readonly Role[]): ActionRow => ({
  of: ({ messageId }) => ({ messageId, ...more }),
  ...(roles ? { roles } : {}),
});
const wanted = { until: tomorrow(), condition: "always" };
const step = { bodyHtml: "<p>Again</p>", wait: { count: 2, unit: "days", time: "09:00" } };
const LEADS: readonly Role[] = ["manager", "admin"];
const READERS: readonly Role[] = ["client", "sdr", "manager", "admin"];
const template = { name: "Yes", shortcut: "yes", bodyHtml: "<p>Yes</p>", folderId: null, isShared: false };

/** A new action fails until it stands here. */
export const ACTION_ROWS: Record<string, ActionRow> = {
  "absences.addAbsence": { own: { firstDay: "2027-01-04", lastDay: "2027-01-08" } },
  "absences.removeAbsence": { own: { absenceId: newId() } },
  "access.setAccess": "settings",
  "api-keys.createApiKey": { own: { name: "A key" } },
  "api-keys.revokeApiKey": { own: { apiKeyId: newId() } },
  "assignment.moveAssignmentRule": "settings",
  "assignment.pauseAssignmentRule": "settings",
  "assignment.removeAssignmentRule": "settings",
  "assignment.saveAssignmentRule": "settings",
  "blocks.addBlock": "settings",
  "blocks.removeBlock": "settings",
  "calendar-feeds.makeFeed": { own: {} },
  "calendar-feeds.revokeFeed": { own: {} },
  "campaigns.saveCampaignWindow": "settings",
  "campaigns.setCampaignClient": "settings",
  "categories.addCategory": "settings",
  "categories.moveCategory": "settings",
  "categories.removeCategory": "settings",
  "categories.updateCategory": "settings",
  "clients.addClient": "settings",
  "clients.removeClient": "settings",
  "clients.renameClient": "settings",
  "drafts.discard": { of: ({ draftId }) => ({ draftId }) },
  "drafts.hand": { of: ({ draftId }, toMemberId) => ({ draftId, toMemberId, note: "" }) },
  "drafts.save": {
    of: ({ threadId, draftId, messageId }) => ({ threadId, draftId, content: draftOf(messageId, "") }),
  },
  "drafts.takeBack": { own: { draftId: newId() } },
  "follow-ups.planFollowUps": { of: ({ threadId, chainId }) => ({ threadId, steps: [step], replaces: chainId }) },
  "follow-ups.reopenFollowUps": { of: ({ chainId }) => ({ chainId }) },
  "follow-ups.stopFollowUps": { of: ({ chainId }) => ({ chainId }) },
  "followers.follow": thread({ on: true }),
  "images.hideImages": message({}, READERS),
  "images.showImages": message({ scope: "message" }, READERS),
  "imports.orderMailFiles": "settings",
  "imports.orderPastMail": "settings",
  "invitations.answer": {
    of: ({ messageId }) => ({ messageId, replyId: newId(), answer: "accepted", words: "Yes", isOwnWords: false }),
  },
  "leads.changeLead": thread({ fields: { company: "Acme" } }),
  "mailboxes.createMailbox": "settings",
  "mailboxes.disableMailbox": "settings",
  "mailboxes.enableMailbox": "settings",
  "mailboxes.removeMailbox": "settings",
  "mailboxes.saveMailboxSettings": "settings",
  "mailboxes.testMailbox": "settings",
  "mailboxes.updateMailbox": "settings",
  "member-invitations.inviteMember": "settings",
  "member-invitations.resendInvitation": "settings",
  "member-invitations.revokeInvitation": "settings",
  "members.addMember": "settings",
  "members.changePassword": { own: { currentPassword: "x", newPassword: "x".repeat(12) }, roles: READERS },
  "members.changeRole": "settings",
  "members.deactivateMember": "settings",
  "members.givePassword": "settings",
  "members.reactivateMember": "settings",
  "members.savePreferences": { own: { notify: false }, roles: READERS },
  "members.saveWorkingHours": { own: { days: [1, 2], start: "09:00", end: "17:00" }, roles: READERS },
  "members.updateProfile": { own: { name: "Sam", timeZone: "UTC", undoSeconds: 10 }, roles: READERS },
  "notes.addNote": thread({ text: "Call them" }),
  "notes.editNote": { of: ({ noteId }) => ({ noteId, text: "Call them" }) },
  "notes.removeNote": { of: ({ noteId }) => ({ noteId }) },
  "notifications.markRead": { of: ({ notificationId }) => ({ ids: [notificationId] }), roles: READERS },
  "reminders.cancelWanted": threads({ kind: "reminder" }),
  "reminders.dismiss": { of: ({ reminderId }) => ({ reminderId }) },
  "reminders.remindOf": threads(wanted),
  "reminders.snooze": threads(wanted),
  "reminders.undoReminders": {
    of: ({ threadId, reminderId }) => ({ kind: "reminder", items: [{ threadId, before: null, after: reminderId }] }),
  },
  "replies.cancel": one(),
  "replies.preview": { of: replyTo },
  "replies.reopen": one(),
  "replies.reschedule": one({ scheduledTime: tomorrow(), scheduledZone: "UTC" }),
  "replies.resolveUnknown": one({ arrived: true }),
  "replies.retry": one(),
  "replies.sendAnyway": one(),
  "replies.sendFromComposer": { of: replyTo },
  "replies.sendFromMailbox": { of: ({ replyId, mailboxId }) => ({ replyId, mailboxId }) },
  "replies.sendNow": one(),
  "replies.undo": one(),
  "reviews.addRule": "settings",
  "reviews.approve": { of: ({ reviewId }) => ({ reviewId, version: 1 }), roles: LEADS },
  "reviews.comment": { of: ({ returnedId }) => ({ reviewId: returnedId, text: "I will." }) },
  "reviews.giveBack": { of: ({ reviewId }) => ({ reviewId, version: 1, note: "Say more." }), roles: LEADS },
  "reviews.pauseRule": "settings",
  "reviews.pickSamples": { own: { count: 1 }, roles: LEADS },
  "reviews.removeRule": "settings",
  "reviews.sample": { of: ({ sentMessageId }) => ({ messageId: sentMessageId }), roles: LEADS },
  "reviews.settle": { of: ({ commentId }) => ({ commentId, settled: true }) },
  "reviews.settleSample": { of: ({ sampleId }) => ({ reviewId: sampleId }) },
  "reviews.undoApproval": { of: ({ reviewId }) => ({ reviewId }), roles: LEADS },
  "reviews.updateRule": "settings",
  "reviews.withdraw": { of: ({ returnedId }) => ({ reviewId: returnedId }) },
  "schedule.duplicate": one({ draftId: newId(), at: tomorrow(), zone: "UTC" }),
  "schedule.handOver": {
    of: ({ threadId, replyId, reminderId }) => ({
      items: [
        { kind: "thread", id: threadId },
        { kind: "reply", id: replyId },
        { kind: "reminder", id: reminderId },
      ],
      memberId: null,
    }),
    roles: LEADS,
  },
  "schedule.move": {
    of: ({ replyId, reminderId }) => ({
      moves: [
        { kind: "reply", id: replyId, at: tomorrow() },
        { kind: "reminder", id: reminderId, at: tomorrow() },
      ],
    }),
  },
  "schedule.rewrite": one({ bodyHtml: "<p>Other words</p>" }),
  "schedule.shift": { of: ({ replyId }) => ({ items: [{ kind: "reply", id: replyId }], days: 1 }) },
  "schedule.spread": { of: ({ mailboxId }) => ({ mailboxId, date: tomorrow().slice(0, 10) }) },
  "schedule.takeBackHandOver": {
    of: ({ threadId, reminderId }, colleagueId) => ({
      threads: [{ threadId, before: null, after: colleagueId }],
      reminders: [{ id: reminderId, threadId, before: colleagueId, after: colleagueId }],
    }),
    roles: LEADS,
  },
  "smartlead.chooseSmartleadCampaigns": "settings",
  "smartlead.connectSmartlead": "settings",
  "smartlead.disconnectSmartlead": "settings",
  "smartlead.pollSmartleadNow": "settings",
  "smartlead.saveSmartleadMember": "settings",
  "smartlead.saveSmartleadSettings": "settings",
  "smartlead-actions.addTask": thread({ name: "Call" }),
  "smartlead-actions.forward": { of: ({ threadId, messageId }) => ({ threadId, messageId, to: "max@acme.test" }) },
  "smartlead-actions.pause": thread(),
  "smartlead-actions.remind": thread({ text: "Call", remindAt: tomorrow() }),
  "smartlead-actions.resume": thread(),
  "smartlead-actions.unsubscribe": thread(),
  "tasks.addTask": {
    of: ({ threadId }, assigneeId) => ({ threadId, title: "Call them", assigneeId }),
  },
  "tasks.editTask": { of: ({ taskId }) => ({ taskId, title: "Call them" }) },
  "tasks.setTaskState": { of: ({ taskId }) => ({ taskId, state: "done" }) },
  "team.setUpTeam": "settings",
  "teams.addTeam": "settings",
  "teams.removeTeam": "settings",
  "teams.updateTeam": "settings",
  "templates.addTemplate": { own: template },
  "templates.addTemplateFolder": { own: { name: "Mine", isShared: false } },
  "templates.removeTemplate": { own: { templateId: newId() } },
  "templates.removeTemplateFolder": { own: { folderId: newId() } },
  "templates.renameTemplateFolder": { own: { folderId: newId(), name: "Mine" } },
  "templates.updateTemplate": { own: { ...template, templateId: newId() } },
  "threads.attach": { of: ({ threadId, leadId }) => ({ threadId, leadId }) },
  "threads.detach": { of: ({ threadId, leadId }) => ({ threadId, leadId }) },
  "threads.markRead": { of: ({ threadId, messageId }) => ({ threadId, messageIds: [messageId] }) },
  "threads.triage": threads({ change: { kind: "done", on: true } }),
  "threads.undoTriage": {
    of: ({ threadId }) => ({ kind: "important", items: [{ threadId, before: false, after: true }] }),
  },
  "uploads.takeMessageFiles": {
    of: ({ messageId, attachmentId }) => ({ messageId, attachmentIds: [attachmentId] }),
  },
};
