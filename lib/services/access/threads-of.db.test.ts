import { inArray } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { threads } from "@/lib/db/schema";
import { LIST_VIEWS, type ListView, NONE, roleMayView } from "@/lib/domain/list-view";
import { isInScope, type Scope } from "@/lib/domain/permissions";
import { ROLES, type Role } from "@/lib/domain/roles";
import type { CountedView } from "@/lib/domain/thread-counts";
import { countThreads } from "@/lib/services/threads/count-threads";
import { listThreadIds } from "@/lib/services/threads/list-thread-ids";
import { snoozeThreads } from "@/lib/services/reminders/snooze-threads";
import {
  contextOf,
  makeCampaign,
  makeLead,
  makeMailbox,
  makeMember,
  makeThread,
  makeWorkspace,
  type MemberRow,
} from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { inScope, threadsOf } from "./threads-of";

const test_ = testDatabase();
let workspaceId: string;
let mailboxIds: string[];
let campaignIds: string[];
let members: MemberRow[];
const rows: (typeof threads.$inferSelect)[] = [];

/** The same numbers at every run. */
let seed = 7;
const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
const oneOf = <Each>(list: readonly Each[]): Each => list[random(list.length)]!;
const someOf = <Each>(list: readonly Each[]): Each[] => list.filter(() => random(3) === 0);

beforeAll(async () => {
  const { db } = test_;
  workspaceId = (await makeWorkspace(db)).id;
  const mailboxes = await Promise.all([1, 2, 3, 4].map(() => makeMailbox(db, { workspaceId })));
  const campaigns = await Promise.all([1, 2, 3, 4].map(() => makeCampaign(db, { workspaceId })));
  mailboxIds = mailboxes.map(({ id }) => id);
  campaignIds = campaigns.map(({ id }) => id);
  members = await Promise.all([1, 2].map(() => makeMember(db, { workspaceId })));
  for (let nth = 0; nth < 80; nth++) {
    const isLead = random(4) > 0;
    const campaign = oneOf(campaigns);
    const isDue = random(3) === 0;
    const { thread } = await makeThread(db, {
      workspaceId,
      mailbox: oneOf(mailboxes),
      ...(isLead ? { campaign, lead: await makeLead(db, { workspaceId, campaign }) } : {}),
      messages: [{ direction: "in" }],
      assigneeId: oneOf([null, ...members.map(({ id }) => id)]),
      isImportant: random(3) === 0,
      archivedAt: random(4) === 0 ? new Date() : null,
      ...(isDue ? { outboxAt: new Date(), outboxState: "failed" as const, troubleCount: random(2) } : {}),
    });
    rows.push(thread);
  }
});

const randomScope = (): Scope =>
  random(8) === 0 ? null : { mailboxIds: someOf(mailboxIds), campaignIds: someOf(campaignIds) };

test("the condition on rows and the rule of one row say the same, for random threads and scopes", async () => {
  for (let nth = 0; nth < 60; nth++) {
    const reader = { memberId: oneOf(members).id, workspaceId, role: oneOf<Role>(ROLES), scope: randomScope() };
    const found = await test_.db.select({ id: threads.id }).from(threads).where(threadsOf(reader));
    const meant = rows.filter((row) => isInScope(reader, row)).map(({ id }) => id);
    expect(found.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(meant);
  }
});

test("who sees everything is asked no more than before, and who sees nothing finds nothing", async () => {
  const reader = { memberId: members[0]!.id, workspaceId, role: "client" as const };
  expect(inScope({ ...reader, scope: null })).toBeUndefined();
  const nothing = { ...reader, scope: { mailboxIds: [], campaignIds: [] } };
  expect(await test_.db.$count(threads, threadsOf(nothing))).toBe(0);
});

/** As a narrowed member reads. */
function narrowed(role: Role, scope: Scope) {
  const ctx = contextOf(members[0]!, test_.db);
  return { ...ctx, actor: { ...ctx.actor, role, scope } };
}

test("the figures of who is narrowed are the lengths of their lists", async () => {
  await snoozeThreads(narrowed("admin", null), {
    threadIds: rows.slice(0, 12).map(({ id }) => id),
    until: new Date(Date.now() + 86_400_000).toISOString(),
    condition: "always",
  });
  for (const role of ["sdr", "manager", "client"] as const)
    for (let nth = 0; nth < 4; nth++) {
      const ctx = narrowed(role, { mailboxIds: someOf(mailboxIds), campaignIds: someOf(campaignIds) });
      const { views, categories, mailboxes } = await countThreads(ctx);
      const lengthOf = async (view: ListView, more: object = {}) =>
        roleMayView(role, view) ? (await listThreadIds(ctx, { view, ...more })).ids.length : 0;
      for (const view of LIST_VIEWS.filter((each): each is ListView & CountedView => each in views))
        expect({ role, view, count: views[view] }).toEqual({ role, view, count: await lengthOf(view) });
      expect(categories[NONE] ?? 0).toBe(await lengthOf("inbox", { categoryId: NONE }));
      for (const mailboxId of mailboxIds)
        expect(mailboxes[mailboxId] ?? 0).toBe(await lengthOf("inbox", { mailboxId }));
    }
});

test("the figures of who is narrowed to everything are the kept ones", async () => {
  await test_.db
    .update(threads)
    .set({ isImportant: true })
    .where(inArray(threads.id, [rows[0]!.id]));
  const kept = await countThreads(narrowed("sdr", null));
  expect(await countThreads(narrowed("sdr", { mailboxIds, campaignIds }))).toEqual(kept);
});
