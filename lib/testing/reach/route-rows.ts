import { INSIGHT_BLOCKS } from "@/lib/domain/insights/insight-blocks";
import type { Role } from "@/lib/domain/roles";
import { encrypt } from "@/lib/core/secrets";
import { imageToken } from "@/lib/services/images/image-token";
import { TICKET_CONTEXT } from "@/lib/services/mailboxes/begin-oauth";
import type { DoorThings } from "./make-door-things";
import type { Thing } from "./make-thing";
import { replyTo } from "./reply-to";

/** A thing with all that routes can be asked about it, and who asks. */
export type Asked = Thing & DoorThings & { personId: string };
export type Asker = { memberId: string; feedSecret: string };
type Ask = { params?: Record<string, string>; query?: Record<string, string>; init?: RequestInit };
type Shared = {
  roles?: readonly Role[];
  /** What is said to roles that may not ask; else 403. */
  refused?: number;
};

/**
 * How a route is asked. `of`: about one thing, else it lists (`lists`); `shows`: the list names the things in sight of who asks, or
 * only `theirs` of them. `roles` that may ask, else everybody. `isPersonal`: seen by nobody but whose it is. `missing`: how the route
 * answers of what does not exist, else 404. `key`, `secret`, `stream`: asked otherwise, see `KEY_ROWS`, `SECRET_ROWS` and
 * `reach-stream.db.test.ts`. `apart`: there is nobody's data behind it, for this reason.
 */
export type RouteRow =
  | { apart: string }
  | "key"
  | "secret"
  | "stream"
  | ({ of: (asked: Asked, asker: Asker) => Ask; isPersonal?: true; missing?: number } & Shared)
  | ({ lists: (Record<string, string> | ((asker: Asker) => Ask))[]; shows?: true | "theirs" } & Shared);

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

const post = (body: BodyInit, type?: string): RequestInit => ({
  method: "POST",
  body,
  ...(type ? { headers: { "content-type": type } } : {}),
});
const json = (value: unknown): RequestInit => post(JSON.stringify(value), "application/json");
function form(fields: Record<string, string | File>): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return post(body);
}
/** A table with somebody new for a campaign that it calls by its number. */
const tableFor = (campaign: number) =>
  form({
    input: JSON.stringify({ kind: "leads" }),
    file: new File([`email,campaigns\nnew@firm.test,${campaign}\n`], "leads.csv"),
  });
const oneFile = { fileName: "a.txt", contentType: "text/plain", size: 3 };
/** What the browser of whoever is at a provider's page keeps meanwhile. */
function ticketOf(mailboxId: string, memberId: string): string {
  const ticket = { state: "s", verifier: "v", mailboxId, memberId, signIn: "google", until: Date.now() + 600_000 };
  return `threadwell-oauth=${encrypt(JSON.stringify(ticket), TICKET_CONTEXT)}`;
}
/** Of what is on the way to a provider nothing is told but where it leads on to. */
const LED = { missing: 302, refused: 302, roles: ADMIN };

/** A new route fails until it stands here. */
export const ROUTE_ROWS: Record<string, RouteRow> = {
  "app/api/attachments/[id]": by("attachmentId"),
  "app/api/attachments/[id]/preview": by("attachmentId"),
  "app/api/audit": { lists: [{}], roles: ADMIN },
  "app/api/audit/export": { lists: [{}], roles: ADMIN },
  "app/api/auth/[...nextauth]": { apart: "Signs in and out whoever asks; nothing else is read." },
  "app/api/calendar/[secret]": {
    lists: [({ feedSecret }) => ({ params: { secret: `${feedSecret}.ics` } })],
    shows: "theirs",
    roles: TEAM,
    refused: 404,
  },
  "app/api/drafts/handed": { lists: [{}], roles: TEAM },
  "app/api/events": "stream",
  "app/api/files/[token]": "secret",
  "app/api/health": { apart: "Says only whether the programs run." },
  "app/api/images/[token]": {
    of: ({ messageId, pictureUrl: url }, { memberId }) => ({
      params: { token: imageToken({ messageId, memberId, url }, new Date()) },
    }),
  },
  "app/api/imports/check": { of: ({ campaign }) => ({ init: tableFor(campaign) }), roles: ADMIN, missing: 200 },
  "app/api/imports/past-mail": { lists: [{}], roles: ADMIN },
  "app/api/imports/write": { of: ({ campaign }) => ({ init: tableFor(campaign) }), roles: ADMIN, missing: 422 },
  "app/api/insights": { lists: BLOCKS.map((block) => ({ ...figures, block })), shows: true },
  "app/api/insights/csv": { lists: [figures], shows: true },
  "app/api/insights/teams": { lists: [{}] },
  "app/api/insights/threads": { lists: [{ ...figures, block: "waiting", key: "all" }], shows: true },
  "app/api/invitations/[secret]": "secret",
  "app/api/mailboxes": { lists: [{}], roles: ADMIN },
  "app/api/mailboxes/[mailboxId]/leaving": { of: ({ mailboxId }) => ({ params: { mailboxId } }), roles: ADMIN },
  "app/api/mailboxes/guess": { lists: [{ address: "sam@gmail.com" }], roles: ADMIN },
  "app/api/mailboxes/stopped": { lists: [{}], roles: TEAM },
  "app/api/mailboxes/tests/[testId]": { of: ({ testId }) => ({ params: { testId } }), roles: ADMIN },
  "app/api/members/[memberId]/leaving": {
    of: ({ personId }) => ({ params: { memberId: personId } }),
    roles: ADMIN,
  },
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
  "app/api/oauth/callback": {
    of: ({ oauthMailboxId }, { memberId }) => ({
      query: { state: "s", error: "access_denied" },
      init: { headers: { cookie: ticketOf(oauthMailboxId, memberId) } },
    }),
    ...LED,
  },
  "app/api/oauth/start/[mailboxId]": {
    of: ({ oauthMailboxId }) => ({ params: { mailboxId: oauthMailboxId } }),
    ...LED,
  },
  "app/api/pdf/[folder]/[name]": { apart: "Gives files of a package, the same to everybody." },
  "app/api/presence": { lists: [{}], roles: TEAM },
  "app/api/recipients": { lists: [{ q: "ana" }, { q: "firm" }, { q: "box" }], shows: true, roles: TEAM },
  "app/api/reminders": { lists: [{}], roles: TEAM },
  "app/api/replies/[id]/senders": by("replyId", TEAM),
  "app/api/replies/[id]/text": by("replyId", TEAM),
  "app/api/replies/preview/frame": {
    of: (thing) => ({ init: form({ reply: JSON.stringify(replyTo(thing)) }) }),
    roles: TEAM,
  },
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
  "app/api/smartlead/[connectionId]/broken-rows": {
    of: ({ connectionId }) => ({ params: { connectionId } }),
    roles: ADMIN,
  },
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
  "app/api/uploads": { lists: [() => ({ query: { name: "a.txt" }, init: post("abc", "text/plain") })], roles: TEAM },
  "app/api/uploads/[id]": { of: ({ looseUploadId: id }) => ({ params: { id } }), isPersonal: true, roles: TEAM },
  "app/api/uploads/[id]/parts": {
    of: ({ partialUploadId: id }) => ({ params: { id } }),
    isPersonal: true,
    roles: TEAM,
  },
  "app/api/uploads/parts": { lists: [() => ({ init: json(oneFile) })], roles: TEAM },
  "app/api/v1/[[...path]]": { apart: "Answers every address that nothing stands at with 404." },
  "app/api/v1/campaigns/[campaignId]/reply-email-thread": "key",
  "app/api/v1/email-campaigns/send-email-thread": "key",
  "app/api/v1/master-inbox/reply-status": "key",
  "app/api/v1/openapi.json": { apart: "Describes the API, the same to everybody." },
  "app/api/webhooks/smartlead/[secret]": "secret",
};
