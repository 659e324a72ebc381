import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import {
  mailboxes,
  replies,
  smartleadCampaigns,
  smartleadConnections,
  smartleadLeads,
  smartleadMessages,
  threads,
} from "@/lib/db/schema";
import { contextOf, makeMailbox } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { settlePending } from "../mailboxes/settle-pending";
import { listSenders } from "./list-senders";
import { SendEmailThreadInput } from "./schemas";
import { sendEmailThread } from "./send-email-thread";
import { sendFromMailbox } from "./send-from-mailbox";

const test_ = useTestDatabase();
let world: SmartleadWorld;
beforeEach(async () => {
  world = await makeSmartleadWorld(test_.db);
});

const own = () => contextOf(world.member, test_.db);
const accept = async (fields: Partial<SendEmailThreadInput> = {}, draftId?: string) => {
  const { replyId } = await sendEmailThread(
    own(),
    SendEmailThreadInput.parse({
      campaignId: world.campaign.number,
      emailStatsId: world.messages.at(-1)!.statsId,
      emailBody: "Hello",
      ...fields,
    }),
    draftId === undefined ? undefined : { draftId },
  );
  const [row] = await test_.db.select().from(replies).where(eq(replies.id, replyId));
  return row!;
};
const setConnection = (values: Partial<typeof smartleadConnections.$inferInsert>) =>
  test_.db.update(smartleadConnections).set(values).where(eq(smartleadConnections.id, world.connection.id));
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? error.reason : String(error)),
  );

test("a reply in a thread of Smartlead leaves through the thread's lead there", async () => {
  expect(await accept()).toMatchObject({ smartleadLeadId: world.remoteLead.id, status: "queued", heldReason: null });
});

test("in a thread of two leads that were merged it leaves through the one of the message answered to", async () => {
  const { workspaceId, connection, lead, thread } = world;
  const { id, sentAt } = world.messages.at(-1)!;
  const own = { workspaceId, connectionId: connection.id };
  const [campaign] = await test_.db
    .insert(smartleadCampaigns)
    .values({ ...own, remoteId: "78", name: "Autumn" })
    .returning();
  const places = { ...own, leadId: lead.id, threadId: thread.id, campaignId: campaign!.id };
  const [other] = await test_.db
    .insert(smartleadLeads)
    .values({ ...places, leadMapId: "9002", remoteLeadId: "4002", lastReplyAt: new Date(sentAt.getTime() + 60_000) })
    .returning();

  expect((await accept()).smartleadLeadId).toBe(other!.id);
  await test_.db.update(smartleadLeads).set({ lastReplyAt: sentAt }).where(eq(smartleadLeads.id, world.remoteLead.id));
  expect((await accept()).smartleadLeadId).toBe(world.remoteLead.id);
  const raw = { email_campaign_id: 78 };
  await test_.db.insert(smartleadMessages).values({ messageId: id, connectionId: connection.id, raw });
  expect((await accept()).smartleadLeadId).toBe(other!.id);
});

test("a thread of a mailbox of its own leaves by that mailbox", async () => {
  await test_.db.update(threads).set({ engine: "mailbox" }).where(eq(threads.id, world.thread.id));

  expect((await accept()).smartleadLeadId).toBeNull();
});

test("while Smartlead is disconnected or refuses its key the reply is accepted and held; a network that fails holds nothing", async () => {
  await setConnection({ state: "failing", stateReason: "auth" });
  const refused = await accept();
  await setConnection({ state: "disconnected", key: null, stateReason: null });
  const disconnected = await accept();
  await setConnection({ state: "failing", stateReason: "network", key: "sealed" });
  const away = await accept();

  expect([refused, disconnected, away].map(({ heldReason }) => heldReason)).toEqual(["smartlead", "smartlead", null]);
});

test("a lead that is not known at Smartlead any more is refused, and never written to by the mailbox's own server", async () => {
  await test_.db.delete(smartleadLeads).where(eq(smartleadLeads.threadId, world.thread.id));
  expect(await reasonOf(accept())).toBe("not_at_smartlead");

  await test_.db.update(threads).set({ engine: "mailbox" }).where(eq(threads.id, world.thread.id));
  await test_.db.update(mailboxes).set({ engine: "smartlead" }).where(eq(mailboxes.id, world.mailbox.id));
  expect(await reasonOf(accept())).toBe("not_at_smartlead");
});

test("a time ahead is held here, or goes to Smartlead at once where times are handed over, after the undo hold", async () => {
  const scheduledTime = new Date(Date.now() + 86_400_000).toISOString();
  const here = await accept({ scheduledTime });
  await setConnection({ handsOver: true });
  const there = await accept({ scheduledTime });
  const composed = await accept({ scheduledTime }, crypto.randomUUID());

  expect(here).toMatchObject({ status: "scheduled", dueAt: new Date(scheduledTime) });
  expect(there).toMatchObject({ status: "queued", scheduledAt: new Date(scheduledTime) });
  expect(there.dueAt.getTime()).toBeLessThanOrEqual(Date.now());
  expect(composed.status).toBe("scheduled");
  expect(composed.dueAt.getTime()).toBeGreaterThan(Date.now());
  expect(composed.dueAt.getTime()).toBeLessThan(Date.now() + 60_000);
});

test("no other mailbox can send it, nor does it move with those of a mailbox that is left", async () => {
  const other = await makeMailbox(test_.db, { workspaceId: world.workspaceId });
  const stuck = await makeReply(test_.db, world, { status: "failed", smartleadLeadId: world.remoteLead.id });
  const waiting = await makeReply(test_.db, world, { smartleadLeadId: world.remoteLead.id });

  expect(await listSenders(own(), { replyId: stuck.id })).toEqual([]);
  expect(await reasonOf(sendFromMailbox(own(), { replyId: stuck.id, mailboxId: other.id }))).toBe(
    "leaves_by_smartlead",
  );
  const leaving = { mailboxId: world.mailbox.id, pending: "move" as const, moveToId: other.id };
  const settled = await test_.db.transaction((tx) => settlePending(tx, contextOf(world.admin, test_.db), leaving));

  expect(settled).toEqual({ moved: 0, cancelled: 0, held: 1 });
  const [row] = await test_.db.select().from(replies).where(eq(replies.id, waiting.id));
  expect(row!.mailboxId).toBe(world.mailbox.id);
});
