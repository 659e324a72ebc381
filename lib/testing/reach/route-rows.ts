import { INSIGHT_BLOCKS } from "@/lib/domain/insights/insight-blocks";
import type { Role } from "@/lib/domain/roles";
import type { Thing } from "./make-thing";

type Ask = { params?: Record<string, string>; query?: Record<string, string> };

/**
 * How a GET route is asked. `of`: about one thing, else it lists (`lists`); `shows`: the list names the things in sight of who asks,
 * or only `theirs` of them. `roles` that may ask, else everybody. `key`: asked with an API key, see `KEY_ROWS`. `apart`: nothing
 * of a thread, somebody's own uploads, or guarded and tested otherwise.
 */
export type RouteRow =
  | "apart"
  | "key"
  | { of: (thing: Thing) => Ask; roles?: readonly Role[] }
  | { lists: Record<string, string>[]; shows?: true | "theirs"; roles?: readonly Role[] };

const TEAM: readonly Role[] = ["sdr", "manager", "admin"];
/** What everybody may read of figures; those of people stand in a test of their own. */
const BLOCKS = INSIGHT_BLOCKS.filter((block) => block !== "people");
const LEADS: readonly Role[] = ["manager", "admin"];
const ADMIN: readonly Role[] = ["admin"];
const days = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString();
const span = { from: days(-1), to: days(10) };
const figures = { from: days(-30).slice(0, 10), to: days(1).slice(0, 10) };
const thread = (roles?: readonly Role[], query: Record<string, string> = {}): RouteRow => ({
  of: ({ threadId }) => ({ params: { id: String(threadId) }, query }),
  ...(roles ? { roles } : {}),
});
const by = (key: "messageId" | "attachmentId" | "replyId" | "returnedId", roles?: readonly Role[]): RouteRow => ({
  of: (thing) => ({ params: { id: thing[key] } }),
  ...(roles ? { roles } : {}),
});

/** A new route fails until it stands here. */
export const ROUTE_ROWS: Record<string, RouteRow> = {
  "app/api/attachments/[id]": by("attachmentId"),
  "app/api/attachments/[id]/preview": by("attachmentId"),
  "app/api/audit": { lists: [{}], roles: ADMIN },
  "app/api/audit/export": { lists: [{}], roles: ADMIN },
  "app/api/auth/[...nextauth]": "apart",
  "app/api/calendar/[secret]": "apart",
  "app/api/drafts/handed": { lists: [{}], roles: TEAM },
  "app/api/events": "apart",
  "app/api/files/[token]": "apart",
  "app/api/health": "apart",
  "app/api/images/[token]": "apart",
  "app/api/imports/check": "apart",
  "app/api/imports/past-mail": "apart",
  "app/api/imports/write": "apart",
  "app/api/insights": { lists: BLOCKS.map((block) => ({ ...figures, block })), shows: true },
  "app/api/insights/csv": { lists: [figures], shows: true },
  "app/api/insights/teams": { lists: [{}] },
  "app/api/insights/threads": { lists: [{ ...figures, block: "waiting", key: "all" }], shows: true },
  "app/api/invitations/[secret]": "apart",
  "app/api/mailboxes": { lists: [{}], roles: ADMIN },
  "app/api/mailboxes/[mailboxId]/leaving": { of: ({ mailboxId }) => ({ params: { mailboxId } }), roles: ADMIN },
  "app/api/mailboxes/guess": "apart",
  "app/api/mailboxes/stopped": { lists: [{}], roles: TEAM },
  "app/api/mailboxes/tests/[testId]": "apart",
  "app/api/members/[memberId]/leaving": "apart",
  "app/api/messages/[id]/files": by("messageId"),
  "app/api/messages/[id]/frame": by("messageId"),
  "app/api/messages/[id]/meanwhile": by("messageId"),
  "app/api/messages/[id]/source": by("messageId", TEAM),
  "app/api/notes/[id]/files/[uploadId]": {
    of: ({ noteId, uploadId }) => ({ params: { id: noteId, uploadId } }),
    roles: TEAM,
  },
  "app/api/notifications": { lists: [{}, { unread: "1" }], shows: "theirs" },
  "app/api/notifications/unread": { lists: [{}] },
  "app/api/oauth/callback": "apart",
  "app/api/oauth/start/[mailboxId]": "apart",
  "app/api/pdf/[folder]/[name]": "apart",
  "app/api/presence": { lists: [{}], roles: TEAM },
  "app/api/recipients": { lists: [{ q: "ana" }, { q: "firm" }, { q: "box" }], shows: true, roles: TEAM },
  "app/api/reminders": { lists: [{}], roles: TEAM },
  "app/api/replies/[id]/senders": by("replyId", TEAM),
  "app/api/replies/[id]/text": by("replyId", TEAM),
  "app/api/replies/preview/frame": "apart",
  "app/api/reviews": {
    lists: [{ tab: "waiting" }, { tab: "returned" }, { tab: "samples" }],
    shows: true,
    roles: TEAM,
  },
  "app/api/reviews/[id]": by("returnedId", TEAM),
  "app/api/sandbox/deliveries": "key",
  "app/api/schedule": { lists: [span], shows: true, roles: TEAM },
  "app/api/schedule/team": { lists: [span], roles: LEADS },
  "app/api/schedule/unplanned": { lists: [{}], roles: TEAM },
  "app/api/smartlead": { lists: [{}], roles: ADMIN },
  "app/api/smartlead/[connectionId]/broken-rows": "apart",
  "app/api/smartlead/team": { lists: [{}], roles: ADMIN },
  "app/api/tasks": { lists: [{}], shows: "theirs", roles: TEAM },
  "app/api/templates/leads": { lists: [{ q: "" }, { q: "ana" }], shows: true, roles: TEAM },
  "app/api/threads": {
    lists: [{ view: "all" }, { view: "inbox" }, { view: "inbox", q: "hello" }, { view: "all", q: "ana -nobody" }],
    shows: true,
  },
  "app/api/threads/[id]": thread(),
  "app/api/threads/[id]/colleagues": thread(TEAM),
  "app/api/threads/[id]/files": thread(),
  "app/api/threads/[id]/follow-ups": thread(TEAM),
  "app/api/threads/[id]/leads": thread(TEAM, { q: "ana" }),
  "app/api/threads/[id]/notes": thread(TEAM),
  "app/api/threads/[id]/others": thread(),
  "app/api/threads/[id]/print": thread(),
  "app/api/threads/[id]/review": thread(TEAM),
  "app/api/threads/[id]/reviewers": thread(TEAM),
  "app/api/threads/[id]/send-times": thread(TEAM),
  "app/api/threads/[id]/tasks": thread(TEAM),
  "app/api/threads/[id]/templates": thread(TEAM),
  "app/api/threads/[id]/timeline": thread(),
  "app/api/threads/counts": { lists: [{}] },
  "app/api/threads/filters": { lists: [{}], shows: true },
  "app/api/threads/ids": { lists: [{ view: "all" }] },
  "app/api/uploads": "apart",
  "app/api/uploads/[id]": "apart",
  "app/api/uploads/[id]/parts": "apart",
  "app/api/uploads/parts": "apart",
  "app/api/v1/[[...path]]": "apart",
  "app/api/v1/campaigns/[campaignId]/reply-email-thread": "key",
  "app/api/v1/email-campaigns/send-email-thread": "key",
  "app/api/v1/master-inbox/reply-status": "key",
  "app/api/v1/openapi.json": "apart",
  "app/api/webhooks/smartlead/[secret]": "apart",
};
