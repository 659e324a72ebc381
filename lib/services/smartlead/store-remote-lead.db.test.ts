import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import {
  campaigns,
  mailboxes,
  members,
  messages,
  smartleadCampaigns,
  smartleadConnections,
  smartleadLeads,
  threadReminders,
  threads,
} from "@/lib/db/schema";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import type { RemoteLead, RemoteMessage } from "@/lib/smartlead/smartlead-api";
import { makeMailbox, makeMember } from "@/lib/testing/factories";
import { makeRemoteAccount } from "@/lib/testing/make-remote-account";
import { rawMail } from "@/lib/testing/raw-mail";
import { ago, remoteAnswer, remoteLead, remoteMessage } from "@/lib/testing/remote-lead";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { storeRemoteLead } from "./store-remote-lead";

const world = testDatabase();
const now = () => new Date();
let connection: { id: string; workspaceId: string };
beforeEach(async () => {
  connection = await makeRemoteAccount(world.db);
});

const stored = () =>
  world.db.select().from(messages).where(eq(messages.workspaceId, connection.workspaceId)).orderBy(messages.sentAt);
const threadRows = () => world.db.select().from(threads).where(eq(threads.workspaceId, connection.workspaceId));

test("a lead and its history become one thread of Smartlead's, and the same again adds nothing", async () => {
  const remote = { connection, lead: remoteLead(), history: [remoteMessage(), remoteAnswer()] };
  const first = await storeRemoteLead({ db: world.db, now }, remote);
  expect(first).toMatchObject({ kind: "stored", isNews: true });
  expect(await storeRemoteLead({ db: world.db, now }, remote)).toMatchObject({ kind: "stored", isNews: false });

  expect(await stored()).toMatchObject([
    { direction: "out", messageId: "sent-1@acme.test", statsId: "stats-1", step: 1 },
    { direction: "in", statsId: "stats-1", subject: "Re: A question", visibleText: "Yes, tell me more.", step: null },
  ]);
  const [thread] = await threadRows();
  expect(thread).toMatchObject({
    engine: "smartlead",
    kind: "lead",
    messageCount: 2,
    unreadCount: 1,
    isAwaitingAnswer: true,
    lastSentAt: null,
    contactName: "Ana Berg",
  });
  const [campaign] = await world.db.select().from(campaigns).where(eq(campaigns.id, thread!.campaignId!));
  expect(campaign).toMatchObject({ number: 7001, name: "Spring" });
  const [mailbox] = await world.db.select().from(mailboxes).where(eq(mailboxes.id, thread!.mailboxId));
  expect(mailbox).toMatchObject({ address: "sam@acme.test", engine: "smartlead" });
});

test("a mailbox that only Smartlead has lives on the clocks of who connected it", async () => {
  const { id, workspaceId } = connection;
  const { id: memberId } = await makeMember(world.db, { workspaceId });
  await world.db.update(members).set({ timeZone: "Europe/Berlin" }).where(eq(members.id, memberId));
  await world.db.update(smartleadConnections).set({ createdById: memberId }).where(eq(smartleadConnections.id, id));
  await storeRemoteLead({ db: world.db, now }, { connection, lead: remoteLead(), history: [remoteMessage()] });

  const [mailbox] = await world.db.select().from(mailboxes).where(eq(mailboxes.workspaceId, workspaceId));
  expect(mailbox).toMatchObject({ address: "sam@acme.test", engine: "smartlead", timeZone: "Europe/Berlin" });
});

test("only chosen campaigns are read", async () => {
  const remote = { connection, lead: remoteLead({ campaignId: "7002" }), history: [remoteMessage(), remoteAnswer()] };
  expect(await storeRemoteLead({ db: world.db, now }, remote)).toEqual({ kind: "unchosen" });
  expect(await stored()).toEqual([]);
});

test("what IMAP has read already is the same message, and its thread is Smartlead's from now on", async () => {
  const { workspaceId } = connection;
  const mailbox = await makeMailbox(world.db, { workspaceId, address: "sam@acme.test" });
  const read = (source: "sent" | "inbox", raw: Buffer) =>
    ingestMessage({ db: world.db, now }, { workspaceId, mailboxId: mailbox.id, raw, source });
  const [sent, came] = [
    { from: "sam@acme.test", to: "ana@lead.test" },
    { from: "ana@lead.test", to: "sam@acme.test" },
  ];
  await read("sent", rawMail({ ...sent, messageId: "sent-1@acme.test", date: ago(60), subject: "A question" }));
  await read(
    "inbox",
    rawMail({ ...came, messageId: "answer-1@lead.test", inReplyTo: "sent-1@acme.test", date: ago(30) }),
  );
  await storeRemoteLead(
    { db: world.db, now },
    { connection, lead: remoteLead(), history: [remoteMessage(), remoteAnswer()] },
  );
  await read(
    "inbox",
    rawMail({ ...came, messageId: "answer-2@lead.test", inReplyTo: "sent-1@acme.test", date: ago(9) }),
  );

  expect(await stored()).toMatchObject([{ statsId: "stats-1", step: 1 }, { statsId: "stats-1" }, {}]);
  const [thread, ...others] = await threadRows();
  expect(others).toEqual([]);
  expect(thread).toMatchObject({ engine: "smartlead", mailboxId: mailbox.id, messageCount: 3 });
  const [row] = await world.db.select().from(smartleadLeads).where(eq(smartleadLeads.threadId, thread!.id));
  expect(row).toMatchObject({ leadMapId: "501" });
});

test("messages that IMAP has put into several threads of the lead come together in Smartlead's", async () => {
  const { workspaceId } = connection;
  const mailbox = await makeMailbox(world.db, { workspaceId, address: "sam@acme.test" });
  await storeRemoteLead({ db: world.db, now }, { connection, lead: remoteLead(), history: [remoteMessage()] });
  // Names nothing of ours: a thread of its own.
  const raw = rawMail({ from: "ana@lead.test", to: "sam@acme.test", messageId: "answer-1@lead.test", date: ago(30) });
  await ingestMessage({ db: world.db, now }, { workspaceId, mailboxId: mailbox.id, raw, source: "inbox" });
  expect(await threadRows()).toHaveLength(2);
  await storeRemoteLead(
    { db: world.db, now },
    { connection, lead: remoteLead(), history: [remoteMessage(), remoteAnswer()] },
  );
  expect(await threadRows()).toMatchObject([{ engine: "smartlead", messageCount: 2, isAwaitingAnswer: true }]);
});

test("what IMAP took for a stranger's and is in the lead's history was their answer to whoever waited for one", async () => {
  const { workspaceId } = connection;
  await world.db.update(smartleadCampaigns).set({ isChosen: true });
  const mailbox = await makeMailbox(world.db, { workspaceId, address: "sam@acme.test" });
  const member = await makeMember(world.db, { workspaceId });
  const first = { connection, lead: remoteLead(), history: [remoteMessage()] };
  const waiting = await storeRemoteLead({ db: world.db, now }, first);
  const threadId = (waiting as { threadId: number }).threadId;
  const wanted = { condition: "if_no_reply" as const, remindAt: ago(-60), createdAt: ago(40) };
  await world.db.insert(threadReminders).values({ workspaceId, threadId, memberId: member.id, ...wanted });
  const written = { from: "ana@private.test", messageId: "answer-9@private.test" };
  const raw = rawMail({ ...written, to: "sam@acme.test", date: ago(30) });
  await ingestMessage({ db: world.db, now }, { workspaceId, mailboxId: mailbox.id, raw, source: "inbox" });
  const reminder = async () =>
    (await world.db.select().from(threadReminders).where(eq(threadReminders.threadId, threadId)))[0]!;
  expect(await reminder()).toMatchObject({ closedReason: null });

  const lead = remoteLead({ leadMapId: "502", campaignId: "7002" });
  await storeRemoteLead({ db: world.db, now }, { connection, lead, history: [remoteAnswer(written)] });

  expect((await threadRows()).map(({ kind }) => kind)).toEqual(["lead", "lead"]);
  expect(await reminder()).toMatchObject({ closedReason: "answered" });
});

test("two threads of one lead in two campaigns stay two", async () => {
  await world.db.update(smartleadCampaigns).set({ isChosen: true });
  await storeRemoteLead(
    { db: world.db, now },
    { connection, lead: remoteLead(), history: [remoteMessage(), remoteAnswer()] },
  );
  const other = remoteLead({ leadMapId: "502", campaignId: "7002" });
  const history = [remoteMessage({ messageId: "sent-2@acme.test", statsId: "stats-2" })];
  await storeRemoteLead({ db: world.db, now }, { connection, lead: other, history });
  expect(await threadRows()).toHaveLength(2);
});

test("what a known lead has answered is news to the first sync as well, and of an unknown one only what came since", async () => {
  const store = (values: Partial<RemoteLead>, history: RemoteMessage[], pastUntil: Date) =>
    storeRemoteLead({ db: world.db, now }, { connection, lead: remoteLead(values), history, pastUntil });
  await store({}, [remoteMessage(), remoteAnswer()], ago(10));
  const other = { leadMapId: "502", email: "bo@lead.test", isUnread: null };
  const theirs = [
    remoteMessage({ messageId: "sent-2@acme.test", statsId: "stats-2", to: "bo@lead.test" }),
    remoteAnswer({ messageId: "answer-2@lead.test", from: "bo@lead.test" }),
    remoteAnswer({ messageId: "answer-3@lead.test", from: "bo@lead.test", time: ago(2), html: "<div>And?</div>" }),
  ];
  await store(other, theirs, ago(10));
  await world.db.update(messages).set({ readAt: now() }).where(eq(messages.messageId, "answer-1@lead.test"));
  await store(
    {},
    [remoteMessage(), remoteAnswer(), remoteAnswer({ messageId: "answer-4@lead.test", time: ago(12) })],
    ago(10),
  );
  const unread = (await stored()).filter(({ direction, readAt }) => direction === "in" && readAt === null);
  expect(unread.map(({ messageId }) => messageId)).toEqual(["answer-4@lead.test", "answer-3@lead.test"]);
});
