import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { followUpChains, members, threadReminders, threads } from "@/lib/db/schema";
import { contextOf, makeLead, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeCategories } from "@/lib/testing/make-categories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listUnplanned } from "./list-unplanned";
import { teamLoad } from "./team-load";

const test_ = testDatabase();
const NOW = new Date("2026-11-16T08:00:00Z");
const NOVEMBER = { from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" };
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const context = (member = world.member) => contextOf(member, test_.db, () => NOW);
const at = (time: string) => new Date(time);
const planned = (time: string, values: Partial<Parameters<typeof makeReply>[2]> = {}) =>
  makeReply(test_.db, world, { status: "scheduled", dueAt: at(time), scheduledAt: at(time), ...values });
const remind = (values: Partial<typeof threadReminders.$inferInsert>) =>
  test_.db.insert(threadReminders).values({
    workspaceId: world.workspaceId,
    threadId: world.thread.id,
    memberId: world.member.id,
    condition: "always",
    ...values,
  });

test("leads who want or ask something and for whom nothing is planned, the longest silence first", async () => {
  const kinds = await makeCategories(test_.db, world.workspaceId);
  const silent = async (days: number, values: Partial<typeof threads.$inferInsert> = {}, lead = {}) => {
    const { workspaceId, mailbox, campaign } = world;
    const made = await makeLead(test_.db, { workspaceId, campaign, ...lead });
    const sentAt = new Date(NOW.getTime() - days * 86_400_000);
    const { thread } = await makeThread(test_.db, {
      workspaceId,
      mailbox,
      campaign,
      lead: made,
      messages: [{ sentAt }],
      categoryId: kinds.interested,
      ...values,
    });
    return thread;
  };
  const asks = await silent(3, { categoryId: kinds.info });
  const wants = await silent(9, { assigneeId: world.manager.id });
  await silent(5, { categoryId: kinds.not });
  await silent(5, { archivedAt: NOW });
  await silent(5, {}, { unsubscribedAt: NOW });
  const answered = await silent(5);
  await planned("2026-11-17T09:10:00Z", { threadId: answered.id });
  await remind({ threadId: (await silent(5)).id, memberId: world.admin.id, remindAt: at("2026-11-20T07:00:00Z") });
  const chain = { workspaceId: world.workspaceId, authorId: world.member.id, threadId: (await silent(5)).id };
  await test_.db.insert(followUpChains).values(chain);
  const reminded = await silent(1);
  await remind({ threadId: reminded.id, remindAt: at("2026-11-15T07:00:00Z"), firedAt: at("2026-11-15T07:00:00Z") });

  const { threads: list, total } = await listUnplanned(context(), {});

  expect(list.map(({ threadId }) => threadId)).toEqual([wants.id, asks.id, reminded.id]);
  expect(total).toBe(3);
  expect(list[0]).toMatchObject({ assignee: { id: world.manager.id }, silentSince: wants.lastMessageAt.toISOString() });
  expect(await listUnplanned(context((await makeWorld(test_.db)).admin), {})).toMatchObject({ threads: [], total: 0 });
});

test("what has no room on the first page is counted, and comes on the next", async () => {
  const kinds = await makeCategories(test_.db, world.workspaceId);
  const lead = await makeLead(test_.db, { workspaceId: world.workspaceId, campaign: world.campaign });
  const own = {
    workspaceId: world.workspaceId,
    kind: "lead" as const,
    lastDirection: "in" as const,
    mailboxId: world.mailbox.id,
    campaignId: world.campaign.id,
    leadId: lead.id,
    categoryId: kinds.interested,
  };
  const SUBJECTS = Array.from({ length: 103 }, (_, nth) => `Silent ${nth}`);
  const base = NOW.getTime() - 200 * 86_400_000;
  await test_.db.insert(threads).values(
    SUBJECTS.map((subject, nth) => ({
      ...own,
      subject,
      contactAddress: lead.email,
      lastMessageAt: new Date(base + nth * 3_600_000),
    })),
  );

  const first = await listUnplanned(context(), {});
  const second = await listUnplanned(context(), { cursor: first.nextCursor! });

  expect([first.total, first.threads.length, second.threads.length, second.nextCursor]).toEqual([103, 100, 3, null]);
  expect([...first.threads, ...second.threads].map(({ subject }) => subject)).toEqual(SUBJECTS);
});

test("who leads the team sees everybody's days and what waits for whom; others do not", async () => {
  const kinds = await makeCategories(test_.db, world.workspaceId);
  await test_.db.update(members).set({ timeZone: "America/New_York" }).where(eq(members.id, world.manager.id));
  await planned("2026-11-17T03:00:00Z");
  await planned("2026-11-17T03:20:00Z", { heldReason: "auth" });
  const { workspaceId, mailbox, campaign } = world;
  const lead = await makeLead(test_.db, { workspaceId, campaign });
  const sentAt = at("2026-11-02T09:00:00Z");
  await makeThread(test_.db, {
    workspaceId,
    mailbox,
    campaign,
    lead,
    messages: [{ sentAt }],
    categoryId: kinds.interested,
    assigneeId: world.admin.id,
  });

  const { zone, people, nobodys } = await teamLoad(context(world.manager), NOVEMBER);

  const of = (id: string) => people.find(({ person }) => person.id === id);
  expect(zone).toBe("America/New_York");
  expect(of(world.member.id)).toMatchObject({
    days: [{ date: "2026-11-16", leaving: 2, held: 1, meetings: 0, tasks: 0, hours: [{ hour: 22, count: 2 }] }],
    held: 1,
    unplanned: 0,
  });
  expect(of(world.admin.id)).toMatchObject({ days: [], waiting: 1, unplanned: 1, silentSince: sentAt.toISOString() });
  expect(nobodys).toMatchObject({ waiting: 1, unplanned: 0, silentSince: null });
  await expect(teamLoad(context(), NOVEMBER)).rejects.toMatchObject({ code: "forbidden" });
});
