import { globSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { isValidElement } from "react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/action";
import { newId } from "@/lib/core/ids";
import { sessions } from "@/lib/db/schema";
import { ROLES, type Role, TEAM_ROLES } from "@/lib/domain/roles";
import { makeMember, makeWorkspace } from "@/lib/testing/factories";
import { request } from "@/lib/testing/request-cookies";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { COOKIE_NAME } from "./token";

const world = testDatabase();

// The request as Next gives it: this cookie jar, and keys for words.
vi.mock("next/headers", async () => (await import("@/lib/testing/request-cookies")).nextHeaders());
vi.mock("next-intl/server", async () => (await import("@/lib/testing/request-words")).nextIntlServer());

/** What Next throws to lead a page's reader to another. */
const ledTo = (page: string) => ({ digest: expect.stringMatching(`^NEXT_REDIRECT;[a-z]+;${page}[?;]`) });

/** Who may ask a route: a session (`cookie`; `way` where a person is led on from page to page), an API key (`key`), or anybody (`open`). A new route fails until it stands here. */
const ROUTES: Record<string, "cookie" | "way" | "key" | "open"> = {
  "app/api/attachments/[id]": "cookie",
  "app/api/attachments/[id]/preview": "cookie",
  "app/api/audit": "cookie",
  "app/api/audit/export": "cookie",
  "app/api/auth/[...nextauth]": "open",
  "app/api/calendar/[secret]": "open",
  "app/api/events": "cookie",
  "app/api/files/[token]": "open",
  "app/api/health": "open",
  "app/api/imports/check": "cookie",
  "app/api/imports/past-mail": "cookie",
  "app/api/imports/write": "cookie",
  "app/api/invitations/[secret]": "open",
  "app/api/members/[memberId]/leaving": "cookie",
  "app/api/insights": "cookie",
  "app/api/insights/csv": "cookie",
  "app/api/insights/teams": "cookie",
  "app/api/insights/threads": "cookie",
  "app/api/mailboxes": "cookie",
  "app/api/mailboxes/stopped": "cookie",
  "app/api/mailboxes/[mailboxId]/leaving": "cookie",
  "app/api/mailboxes/guess": "cookie",
  "app/api/mailboxes/tests/[testId]": "cookie",
  "app/api/messages/[id]/files": "cookie",
  "app/api/messages/[id]/frame": "cookie",
  "app/api/messages/[id]/meanwhile": "cookie",
  "app/api/messages/[id]/source": "cookie",
  "app/api/oauth/callback": "way",
  "app/api/oauth/start/[mailboxId]": "way",
  "app/api/pdf/[folder]/[name]": "cookie",
  "app/api/presence": "cookie",
  "app/api/recipients": "cookie",
  "app/api/replies/[id]/senders": "cookie",
  "app/api/replies/[id]/text": "cookie",
  "app/api/reviews": "cookie",
  "app/api/reviews/[id]": "cookie",
  "app/api/sandbox/deliveries": "key",
  "app/api/schedule": "cookie",
  "app/api/schedule/team": "cookie",
  "app/api/schedule/unplanned": "cookie",
  "app/api/templates/leads": "cookie",
  "app/api/threads": "cookie",
  "app/api/threads/[id]": "cookie",
  "app/api/threads/[id]/files": "cookie",
  "app/api/threads/[id]/follow-ups": "cookie",
  "app/api/threads/[id]/leads": "cookie",
  "app/api/threads/[id]/others": "cookie",
  "app/api/threads/[id]/review": "cookie",
  "app/api/threads/[id]/reviewers": "cookie",
  "app/api/threads/[id]/send-times": "cookie",
  "app/api/threads/[id]/templates": "cookie",
  "app/api/threads/[id]/timeline": "cookie",
  "app/api/threads/[id]/colleagues": "cookie",
  "app/api/threads/[id]/notes": "cookie",
  "app/api/threads/[id]/tasks": "cookie",
  "app/api/notes/[id]/files/[uploadId]": "cookie",
  "app/api/notifications": "cookie",
  "app/api/notifications/unread": "cookie",
  "app/api/tasks": "cookie",
  "app/api/threads/counts": "cookie",
  "app/api/threads/filters": "cookie",
  "app/api/threads/ids": "cookie",
  "app/api/replies/preview/frame": "cookie",
  "app/api/uploads": "cookie",
  "app/api/uploads/parts": "cookie",
  "app/api/uploads/[id]/parts": "cookie",
  "app/api/threads/[id]/print": "cookie",
  "app/api/reminders": "cookie",
  "app/api/images/[token]": "cookie",
  "app/api/drafts/handed": "cookie",
  "app/api/uploads/[id]": "cookie",
  "app/api/v1/[[...path]]": "open",
  "app/api/smartlead": "cookie",
  "app/api/smartlead/[connectionId]/broken-rows": "cookie",
  "app/api/smartlead/team": "cookie",
  "app/api/webhooks/smartlead/[secret]": "open",
  "app/api/v1/campaigns/[campaignId]/reply-email-thread": "key",
  "app/api/v1/email-campaigns/send-email-thread": "key",
  "app/api/v1/master-inbox/reply-status": "key",
  "app/api/v1/openapi.json": "open",
};

/** Who may see a page. A new page fails until it stands here. */
const PAGES: Record<string, readonly Role[] | "open"> = {
  "app/(auth)/invitation/[secret]": "open",
  "app/(auth)/setup": ["admin"],
  "app/(auth)/sign-in": "open",
  "app/(inbox)/inbox": ROLES,
  "app/(inbox)/inbox/[threadId]": ROLES,
  "app/(inbox)/review": TEAM_ROLES,
  "app/(inbox)/sandbox/deliveries": TEAM_ROLES,
  "app/(inbox)/insights": ROLES,
  "app/(inbox)/schedule": TEAM_ROLES,
  "app/(inbox)/notifications": TEAM_ROLES,
  "app/(inbox)/tasks": TEAM_ROLES,
  app: ROLES,
  "app/docs/api": "open",
  "app/settings": ROLES,
  "app/settings/api-keys": TEAM_ROLES,
  "app/settings/audit": ["admin"],
  "app/settings/approval": ["manager", "admin"],
  "app/settings/assignment": ["manager", "admin"],
  "app/settings/blocks": ["admin"],
  "app/settings/import": ["admin"],
  "app/settings/campaigns": ["admin"],
  "app/settings/categories": ["admin"],
  "app/settings/mailboxes": ["admin"],
  "app/settings/smartlead": ["admin"],
  "app/settings/mailboxes/[mailboxId]": ["admin"],
  "app/settings/mailboxes/[mailboxId]/edit": ["admin"],
  "app/settings/mailboxes/new": ["admin"],
  "app/settings/profile": ROLES,
  "app/settings/team": ["admin"],
  "app/settings/templates": TEAM_ROLES,
};

const id = newId();
const server = { Host: "imap.acme.test", Port: 993, Security: "tls", User: "a", Password: "b" };
const side = (name: string) => Object.fromEntries(Object.entries(server).map(([key, value]) => [name + key, value]));
const mailbox = { address: "a@acme.test", displayName: "", signatureHtml: "", ...side("imap"), ...side("smtp") };
const mailboxSettings = {
  mailboxId: id,
  displayName: "",
  signatureHtml: "",
  colour: 1,
  timeZone: "UTC",
  window: null,
  dailyCap: null,
  minimumGapSeconds: 0,
  sentFolder: null,
  sentCopies: "auto",
  followsSeen: false,
  warmUp: { headers: [], tags: [], senders: [] },
};

const DECIDING = ["manager", "admin"] as const;
const approvalRule = {
  name: "Prices",
  conditions: {
    newForDays: null,
    campaignIds: [],
    firstReplyCategoryIds: [],
    words: ["price"],
    attachments: null,
    isOutsideHours: false,
    memberIds: [],
  },
};
const MANAGERS = ["manager", "admin"] as const;

/**
 * Who may call an action; for those of some roles with an input that its schema takes. A new action fails until it stands here.
 * `everybody`: all but clients, of whom `reach-actions.db.test.ts` has a row for each.
 */
const ACTIONS: Record<string, "everybody" | { only: Role | readonly Role[]; input: unknown }> = {
  "access.setAccess": { only: "admin", input: { memberId: id, seesAll: true, grants: [] } },
  "absences.addAbsence": "everybody",
  "absences.removeAbsence": "everybody",
  "api-keys.createApiKey": "everybody",
  "api-keys.revokeApiKey": "everybody",
  "assignment.moveAssignmentRule": { only: MANAGERS, input: { ruleId: id, to: "up" } },
  "assignment.pauseAssignmentRule": { only: MANAGERS, input: { ruleId: id, isPaused: true } },
  "assignment.removeAssignmentRule": { only: MANAGERS, input: { ruleId: id } },
  "assignment.saveAssignmentRule": {
    only: MANAGERS,
    input: {
      ruleId: null,
      name: "By turns",
      conditions: { campaignIds: [], mailboxIds: [], categoryIds: [], languages: [] },
      memberIds: [id],
    },
  },
  "blocks.addBlock": { only: "admin", input: { value: "lead.test" } },
  "blocks.removeBlock": { only: "admin", input: { blockId: id } },
  "calendar-feeds.makeFeed": "everybody",
  "calendar-feeds.revokeFeed": "everybody",
  "campaigns.saveCampaignWindow": { only: "admin", input: { campaignId: id, window: null } },
  "campaigns.setCampaignClient": { only: "admin", input: { campaignId: id, clientId: null } },
  "categories.addCategory": { only: "admin", input: { name: "Partner", sentiment: "neutral" } },
  "categories.moveCategory": { only: "admin", input: { categoryId: id, to: "up" } },
  "categories.removeCategory": { only: "admin", input: { categoryId: id } },
  "categories.updateCategory": { only: "admin", input: { categoryId: id, name: "Partner", sentiment: "neutral" } },
  "clients.addClient": { only: "admin", input: { name: "Acme" } },
  "clients.removeClient": { only: "admin", input: { clientId: id } },
  "clients.renameClient": { only: "admin", input: { clientId: id, name: "Acme" } },
  "drafts.discard": "everybody",
  "drafts.hand": "everybody",
  "drafts.save": "everybody",
  "follow-ups.planFollowUps": "everybody",
  "follow-ups.stopFollowUps": "everybody",
  "images.hideImages": "everybody",
  "images.showImages": "everybody",
  "imports.orderPastMail": { only: "admin", input: { mailboxId: id, days: 90 } },
  "invitations.answer": "everybody",
  "leads.changeLead": "everybody",
  "mailboxes.createMailbox": { only: "admin", input: mailbox },
  "mailboxes.disableMailbox": { only: "admin", input: { mailboxId: id } },
  "mailboxes.enableMailbox": { only: "admin", input: { mailboxId: id } },
  "mailboxes.removeMailbox": { only: "admin", input: { mailboxId: id } },
  "mailboxes.saveMailboxSettings": { only: "admin", input: mailboxSettings },
  "mailboxes.testMailbox": { only: "admin", input: { mailboxId: id } },
  "mailboxes.updateMailbox": { only: "admin", input: { ...mailbox, mailboxId: id } },
  "member-invitations.inviteMember": {
    only: "admin",
    input: { email: "new@acme.test", name: "New", role: "sdr", mailboxId: null },
  },
  "member-invitations.resendInvitation": { only: "admin", input: { invitationId: id } },
  "member-invitations.revokeInvitation": { only: "admin", input: { invitationId: id } },
  "members.addMember": { only: "admin", input: { email: "new@acme.test", name: "New", role: "admin" } },
  "members.changePassword": "everybody",
  "members.changeRole": { only: "admin", input: { memberId: id, role: "admin" } },
  "members.deactivateMember": { only: "admin", input: { memberId: id } },
  "members.reactivateMember": { only: "admin", input: { memberId: id } },
  "members.savePreferences": "everybody",
  "members.saveWorkingHours": "everybody",
  "members.updateProfile": "everybody",
  "replies.cancel": "everybody",
  "replies.reopen": "everybody",
  "replies.reschedule": "everybody",
  "replies.resolveUnknown": "everybody",
  "replies.retry": "everybody",
  "replies.sendAnyway": "everybody",
  "followers.follow": { only: TEAM_ROLES, input: { threadId: 1, on: true } },
  "notes.addNote": { only: TEAM_ROLES, input: { threadId: 1, text: "Call them" } },
  "notes.editNote": { only: TEAM_ROLES, input: { noteId: id, text: "Call them" } },
  "notes.removeNote": { only: TEAM_ROLES, input: { noteId: id } },
  "notifications.markRead": "everybody",
  "tasks.addTask": { only: TEAM_ROLES, input: { threadId: 1, title: "Call them", assigneeId: id } },
  "tasks.setTaskState": { only: TEAM_ROLES, input: { taskId: id, state: "done" } },
  "reminders.cancelWanted": "everybody",
  "reminders.dismiss": "everybody",
  "reminders.remindOf": "everybody",
  "reminders.snooze": "everybody",
  "reminders.undoReminders": "everybody",
  "replies.preview": "everybody",
  "replies.sendFromComposer": "everybody",
  "replies.sendFromMailbox": "everybody",
  "replies.sendNow": "everybody",
  "replies.undo": "everybody",
  "reviews.addRule": { only: DECIDING, input: approvalRule },
  "reviews.approve": { only: DECIDING, input: { reviewId: id, version: 1 } },
  "reviews.comment": "everybody",
  "reviews.giveBack": { only: DECIDING, input: { reviewId: id, version: 1, note: "Say more." } },
  "reviews.pauseRule": { only: DECIDING, input: { ruleId: id, paused: true } },
  "reviews.pickSamples": { only: DECIDING, input: { count: 1 } },
  "reviews.removeRule": { only: DECIDING, input: { ruleId: id } },
  "reviews.sample": { only: DECIDING, input: { messageId: id } },
  "reviews.settle": "everybody",
  "reviews.settleSample": "everybody",
  "reviews.undoApproval": { only: DECIDING, input: { reviewId: id } },
  "reviews.updateRule": { only: DECIDING, input: { ...approvalRule, ruleId: id } },
  "reviews.withdraw": "everybody",
  "schedule.duplicate": "everybody",
  "schedule.handOver": { only: ["manager", "admin"], input: { items: [{ kind: "thread", id: 1 }], memberId: id } },
  "schedule.move": "everybody",
  "schedule.rewrite": "everybody",
  "schedule.shift": "everybody",
  "schedule.spread": "everybody",
  "smartlead.chooseSmartleadCampaigns": { only: "admin", input: { connectionId: id, campaignIds: [] } },
  "smartlead.connectSmartlead": { only: "admin", input: { key: "a-key-of-an-account-1" } },
  "smartlead.disconnectSmartlead": { only: "admin", input: { connectionId: id } },
  "smartlead.pollSmartleadNow": { only: "admin", input: { connectionId: id } },
  "smartlead.saveSmartleadMember": { only: "admin", input: { memberId: id, remoteId: "12" } },
  "smartlead.saveSmartleadSettings": { only: "admin", input: { connectionId: id, endpoint: "auto", handsOver: false } },
  "smartlead-actions.addTask": "everybody",
  "smartlead-actions.pause": "everybody",
  "smartlead-actions.forward": "everybody",
  "smartlead-actions.remind": "everybody",
  "smartlead-actions.resume": "everybody",
  "smartlead-actions.unsubscribe": "everybody",
  "team.setUpTeam": {
    only: "admin",
    input: { workspaceName: "A", name: "A", email: "a@acme.test", password: "x".repeat(12) },
  },
  "teams.addTeam": { only: "admin", input: { name: "North", memberIds: [], grants: [] } },
  "teams.removeTeam": { only: "admin", input: { teamId: id } },
  "teams.updateTeam": { only: "admin", input: { teamId: id, name: "North", memberIds: [], grants: [] } },
  "templates.addTemplate": "everybody",
  "templates.addTemplateFolder": "everybody",
  "templates.removeTemplate": "everybody",
  "templates.removeTemplateFolder": "everybody",
  "templates.renameTemplateFolder": "everybody",
  "templates.updateTemplate": "everybody",
  "threads.attach": "everybody",
  "threads.detach": "everybody",
  "threads.markRead": "everybody",
  "threads.triage": "everybody",
  "threads.undoTriage": "everybody",
  "uploads.takeMessageFiles": "everybody",
};

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Page = {
  default: (props: Record<"params" | "searchParams", Promise<Record<string, string>>>) => Promise<unknown>;
};
type Action = (input: unknown) => Promise<ActionResult<unknown>>;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

const routeFiles = globSync("app/**/route.ts");
const pageFiles = globSync("app/**/page.tsx");
const actionFiles = globSync("lib/actions/*.ts").filter((file) => !/(^|\/)action\.ts$|\.test\.ts$/.test(file));
const load = (file: string) => import(path.resolve(file)) as Promise<Record<string, unknown>>;
const empty = () => ({ params: Promise.resolve({}), searchParams: Promise.resolve({}) });

/** Runs a page as Next does: a page may leave the asking to a component of its own. */
async function draw(page: Page, params: Record<string, string>): Promise<void> {
  let drawn = await page.default({ params: Promise.resolve(params), searchParams: Promise.resolve({}) });
  while (isValidElement(drawn) && typeof drawn.type === "function")
    drawn = await (drawn.type as (props: unknown) => unknown)(drawn.props);
}

const cookies = {} as Record<Role, string>;
beforeAll(async () => {
  const { id: workspaceId } = await makeWorkspace(world.db);
  for (const role of ROLES) {
    const member = await makeMember(world.db, { workspaceId, role });
    const [session] = await world.db
      .insert(sessions)
      .values({ memberId: member.id, expiresAt: new Date(Date.now() + 3_600_000) })
      .returning();
    cookies[role] = await encode({ token: { sid: session!.id }, secret: process.env.AUTH_SECRET! });
  }
});
beforeEach(() => {
  request.cookies = {};
});
const signInAs = (role: Role) => (request.cookies = { [COOKIE_NAME]: cookies[role] });

test("every route, page and action of the code stands in the tables", async () => {
  const folders = (files: string[]) => files.map((file) => path.dirname(file));
  expect(folders(routeFiles).filter((route) => !(route in ROUTES))).toEqual([]);
  expect(folders(pageFiles).filter((page) => !(page in PAGES))).toEqual([]);
  expect((await allActions()).map(({ name }) => name).filter((name) => !(name in ACTIONS))).toEqual([]);
  expect(Math.min(routeFiles.length, pageFiles.length, actionFiles.length)).toBeGreaterThan(4);
});

for (const file of routeFiles) {
  const folder = path.dirname(file);
  if (ROUTES[folder] === "open" || ROUTES[folder] === "way") continue;
  test(`${folder} answers a stranger 401`, { timeout: 60_000 }, async () => {
    const route = await load(file);
    const answers: number[] = [];
    for (const method of METHODS) {
      const handler = route[method] as Handler | undefined;
      if (handler) answers.push((await handler(strangersRequest(method), empty())).status);
    }
    expect(answers).toContain(401);
    expect(answers.filter((status) => status !== 401 && status !== 405)).toEqual([]);
  });
}

for (const file of routeFiles.filter((one) => ROUTES[path.dirname(one)] === "way"))
  test(`${path.dirname(file)} leads a stranger to the sign-in page, and whom it refuses to the mailboxes`, async () => {
    const get = (await load(file)).GET as Handler;
    const led = async () => {
      const { status, headers } = await get(strangersRequest("GET"), empty());
      return [status, new URL(headers.get("location")!).pathname, /Max-Age=0/u.test(headers.get("set-cookie")!)];
    };
    expect(await led()).toEqual([302, "/sign-in", true]);
    signInAs("sdr");
    expect(await led()).toEqual([302, "/settings/mailboxes", true]);
  });

for (const file of pageFiles) {
  const roles = PAGES[path.dirname(file)];
  if (!roles || roles === "open") continue;
  test(
    `${path.dirname(file)} sends strangers to the sign-in page and other roles away`,
    { timeout: 60_000 },
    async () => {
      const page = (await load(file)) as Page;
      const params = file.includes("[threadId]") ? { threadId: "1" } : { mailboxId: id };
      await expect(draw(page, params)).rejects.toMatchObject(ledTo("/sign-in"));
      for (const role of ROLES.filter((one) => !roles.includes(one))) {
        signInAs(role);
        await expect(draw(page, params)).rejects.toMatchObject(ledTo("/inbox"));
      }
    },
  );
}

test("every action refuses a stranger, whatever is sent", async () => {
  for (const { name, action } of await allActions()) {
    const entry = ACTIONS[name];
    const input = typeof entry === "object" ? entry.input : {};
    expect({ name, ...(await action(input)) }).toEqual({ name, ok: false, error: { code: "unauthenticated" } });
  }
});

test("every action of some roles refuses the others", async () => {
  for (const { name, action } of await allActions()) {
    const entry = ACTIONS[name];
    if (typeof entry !== "object") continue;
    for (const role of ROLES.filter((one) => ![entry.only].flat().includes(one))) {
      signInAs(role);
      expect({ name, role, ...(await action(entry.input)) }).toMatchObject({
        name,
        role,
        error: { code: "forbidden" },
      });
    }
  }
});

test("a cookie of another secret, and one of an ended session, are a stranger's", async () => {
  const { getActor } = await import("./actor");
  signInAs("sdr");
  expect(await getActor()).not.toBeNull();

  request.cookies = { [COOKIE_NAME]: await encode({ token: { sid: newId() }, secret: process.env.AUTH_SECRET! }) };
  expect(await getActor()).toBeNull();
  request.cookies = {
    [COOKIE_NAME]: await encode({ token: { sid: newId() }, secret: "another-secret-of-this-length" }),
  };
  expect(await getActor()).toBeNull();
});

function strangersRequest(method: string): Request {
  const headers = { host: "localhost:3000", origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };
  const body = method === "GET" ? {} : { body: "{}" };
  return new Request("http://localhost:3000/", { method, headers, ...body });
}

async function allActions(): Promise<{ name: string; action: Action }[]> {
  const modules = await Promise.all(
    actionFiles.map(async (file) => [path.basename(file, ".ts"), await load(file)] as const),
  );
  return modules.flatMap(([area, module]) =>
    Object.entries(module).map(([name, action]) => ({ name: `${area}.${name}`, action: action as Action })),
  );
}
