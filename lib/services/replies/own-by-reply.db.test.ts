import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, threads } from "@/lib/db/schema";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { contextOf, makeMember, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { SendEmailThreadInput, type ComposerExtras } from "./schemas";
import { sendEmailThread } from "./send-email-thread";

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
