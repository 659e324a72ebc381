import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, threads } from "@/lib/db/schema";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { contextOf, makeMember, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { previousOwners } from "../assignment/previous-owners";
import { SendEmailThreadInput, type ComposerExtras } from "./schemas";
import { sendEmailThread } from "./send-email-thread";
import { undoReply } from "./undo-reply";

const test_ = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const reply = (by: MemberRow, more: Partial<ComposerExtras> | null = {}) =>
  sendEmailThread(
    contextOf(by, test_.db),
    SendEmailThreadInput.parse({
      campaignId: world.campaign.number,
      emailStatsId: world.messages[0]!.statsId,
      emailBody: "<p>Thanks!</p>",
      toEmail: more?.kind === "forward" ? "boss@acme.test" : world.lead.email,
    }),
    more === null ? undefined : { draftId: randomUUID(), ...more },
  );
const thread = async () => (await test_.db.select().from(threads).where(eq(threads.id, world.thread.id)))[0]!;

test("who answers a thread that is nobody's looks after it from then on", async () => {
  const { replyId } = await reply(world.member);
  expect(await thread()).toMatchObject({ assigneeId: world.member.id });
  expect((await thread()).assignedAt).not.toBeNull();
  const told = await test_.db
    .select()
    .from(events)
    .where(and(eq(events.threadId, world.thread.id), eq(events.kind, "thread.assigned")));
  expect(told).toMatchObject([{ memberId: world.member.id, data: { to: world.member.id, reply: replyId } }]);
});

test("an answer leaves a thread with whom it is", async () => {
  const maya = await makeMember(test_.db, { workspaceId: world.workspaceId, name: "Maya Ortiz" });
  const change = { kind: "assignee", assigneeId: maya.id } as const;
  await triageThreads(contextOf(world.manager, test_.db), { threadIds: [world.thread.id], change });
  await reply(world.member);
  expect((await thread()).assigneeId).toBe(maya.id);
});

test("neither a forward nor what a program sends makes anybody its owner", async () => {
  await reply(world.member, { kind: "forward" });
  await reply(world.member, null);
  expect((await thread()).assigneeId).toBeNull();
});

test("who takes their reply back gives the thread back with it, unless it was given to anybody since", async () => {
  const { replyId } = await reply(world.member);
  await undoReply(contextOf(world.member, test_.db), { replyId });
  expect(await thread()).toMatchObject({ assigneeId: null, assignedAt: null });
  expect(await previousOwners(test_.db, { id: world.thread.id, leadId: null })).toEqual([]);

  const again = await reply(world.member);
  expect((await thread()).assigneeId).toBe(world.member.id);
  const change = { kind: "assignee", assigneeId: world.manager.id } as const;
  await triageThreads(contextOf(world.manager, test_.db), { threadIds: [world.thread.id], change });
  await undoReply(contextOf(world.member, test_.db), { replyId: again.replyId });
  expect((await thread()).assigneeId).toBe(world.manager.id);
});

test("who has answered once more keeps the thread when the first answer is taken back", async () => {
  const { replyId } = await reply(world.member);
  await reply(world.member);
  await undoReply(contextOf(world.member, test_.db), { replyId });
  expect((await thread()).assigneeId).toBe(world.member.id);
});

test("who takes all their answers back gives the thread back with the last of them, whichever that is", async () => {
  for (const isLaterFirst of [true, false]) {
    const [first, second] = [await reply(world.member), await reply(world.member)];
    const order = isLaterFirst ? [second, first] : [first, second];
    await undoReply(contextOf(world.member, test_.db), { replyId: order[0]!.replyId });
    expect((await thread()).assigneeId).toBe(world.member.id);
    await undoReply(contextOf(world.member, test_.db), { replyId: order[1]!.replyId });
    expect(await thread()).toMatchObject({ assigneeId: null, assignedAt: null });
    expect(await previousOwners(test_.db, { id: world.thread.id, leadId: null })).toEqual([]);
  }
});

test("a thread that was its author's before stays theirs when a reply is taken back", async () => {
  const change = { kind: "assignee", assigneeId: world.member.id } as const;
  await triageThreads(contextOf(world.manager, test_.db), { threadIds: [world.thread.id], change });
  const { replyId } = await reply(world.member);
  await undoReply(contextOf(world.member, test_.db), { replyId });
  expect((await thread()).assigneeId).toBe(world.member.id);
});
