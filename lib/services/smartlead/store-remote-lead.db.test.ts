import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import {
  campaigns,
  categories,
  mailboxes,
  messages,
  smartleadActions,
  smartleadCampaigns,
  smartleadCategories,
  smartleadConnections,
  smartleadLeads,
  threads,
} from "@/lib/db/schema";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import type { RemoteLead, RemoteMessage } from "@/lib/smartlead/smartlead-api";
import { contextOf, makeMailbox, makeMember, makeWorkspace } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { pauseLead } from "./pause-lead";
import { storeRemoteLead } from "./store-remote-lead";

const world = testDatabase();
const now = () => new Date();
const ago = (minutes: number) => new Date(Math.floor(Date.now() / 1_000) * 1_000 - minutes * 60_000);
let connection: { id: string; workspaceId: string };
let counter = 0;

beforeEach(async () => {
  const { db } = world;
  const { id: workspaceId } = await makeWorkspace(db);
  const [made] = await db
    .insert(smartleadConnections)
    .values({ workspaceId, keyHint: "abcd", keyHash: "h", webhookSecret: "s", webhookHash: `w${++counter}` })
    .returning();
  connection = { id: made!.id, workspaceId };
  const own = { workspaceId, connectionId: connection.id };
  await db.insert(smartleadCampaigns).values({ ...own, remoteId: "7001", name: "Spring", isChosen: true });
  await db.insert(smartleadCampaigns).values({ ...own, remoteId: "7002", name: "Autumn" });
});

const lead = (values: Partial<RemoteLead> = {}): RemoteLead => ({
  leadMapId: "501",
  leadId: "601",
  email: "ana@lead.test",
  firstName: "Ana",
  lastName: "Berg",
  status: "INPROGRESS",
  categoryId: null,
  campaignId: "7001",
  campaignName: "Spring",
  mailboxId: "31",
  lastReplyAt: ago(30),
  isUnread: true,
  teamMemberId: null,
  history: null,
  raw: { email_lead_map_id: "501" },
  ...values,
});
const message = (values: Partial<RemoteMessage>): RemoteMessage => ({
  type: "SENT",
  statsId: "stats-1",
  messageId: "sent-1@acme.test",
  from: "sam@acme.test",
  to: "ana@lead.test",
  cc: [],
  bcc: [],
  time: ago(60),
  subject: "A question",
  html: "<div>Hello Ana, may I ask?</div>",
  step: 1,
  attachments: [],
  raw: { type: "SENT" },
  ...values,
});
const answer = (values: Partial<RemoteMessage> = {}) =>
  message({
    type: "REPLY",
    messageId: "answer-1@lead.test",
    from: "ana@lead.test",
    to: "sam@acme.test",
    time: ago(30),
    subject: "",
    html: "<div>Yes, tell me more.</div>",
    step: null,
    ...values,
  });
const stored = () =>
  world.db.select().from(messages).where(eq(messages.workspaceId, connection.workspaceId)).orderBy(messages.sentAt);
const threadRows = () => world.db.select().from(threads).where(eq(threads.workspaceId, connection.workspaceId));

test("a lead and its history become one thread of Smartlead's, and the same again adds nothing", async () => {
  const remote = { connection, lead: lead(), history: [message({}), answer()] };
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

test("only chosen campaigns are read", async () => {
  const remote = { connection, lead: lead({ campaignId: "7002" }), history: [message({}), answer()] };
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
  await storeRemoteLead({ db: world.db, now }, { connection, lead: lead(), history: [message({}), answer()] });
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
  await storeRemoteLead({ db: world.db, now }, { connection, lead: lead(), history: [message({})] });
  // Names nothing of ours: a thread of its own.
  const raw = rawMail({ from: "ana@lead.test", to: "sam@acme.test", messageId: "answer-1@lead.test", date: ago(30) });
  await ingestMessage({ db: world.db, now }, { workspaceId, mailboxId: mailbox.id, raw, source: "inbox" });
  expect(await threadRows()).toHaveLength(2);
  await storeRemoteLead({ db: world.db, now }, { connection, lead: lead(), history: [message({}), answer()] });
  expect(await threadRows()).toMatchObject([{ engine: "smartlead", messageCount: 2, isAwaitingAnswer: true }]);
});

test("a category of Smartlead's is taken by its name, but never over a person's choice", async () => {
  const { db } = world;
  const { workspaceId } = connection;
  const common = { workspaceId, sentiment: "positive" as const };
  const [interested, meeting] = await db
    .insert(categories)
    .values([
      { ...common, name: "Interested", kind: "interested" as const, position: 1 },
      { ...common, name: "Meeting Request", kind: "meeting" as const, position: 2 },
    ])
    .returning();
  await db.insert(smartleadCategories).values([
    { connectionId: connection.id, remoteId: "1", name: "Interested", categoryId: interested!.id },
    { connectionId: connection.id, remoteId: "2", name: "Meeting Request", categoryId: meeting!.id },
  ]);
  const tell = (categoryId: string | null) =>
    storeRemoteLead({ db, now }, { connection, lead: lead({ categoryId }), history: [message({}), answer()] });
  await tell("1");
  expect(await threadRows()).toMatchObject([{ categoryId: interested!.id, categoryBecause: "smartlead:Interested" }]);
  await db.update(threads).set({ categoryId: interested!.id, categorySource: "person" });
  await tell("2");
  expect(await threadRows()).toMatchObject([{ categoryId: interested!.id, categorySource: "person" }]);
});

test("who has read a thread at Smartlead has read it here", async () => {
  const tell = (isUnread: boolean) =>
    storeRemoteLead({ db: world.db, now }, { connection, lead: lead({ isUnread }), history: [message({}), answer()] });
  await tell(true);
  expect(await threadRows()).toMatchObject([{ unreadCount: 1 }]);
  await tell(false);
  expect(await threadRows()).toMatchObject([{ unreadCount: 0 }]);
  await tell(true);
  expect(await threadRows()).toMatchObject([{ unreadCount: 1 }]);
});

test("a pause stands until Smartlead knows of it, whatever a look at it says meanwhile", async () => {
  const { db } = world;
  const look = () => storeRemoteLead({ db, now }, { connection, lead: lead(), history: [message({}), answer()] });
  const status = async () =>
    (await db.select().from(smartleadLeads).where(eq(smartleadLeads.connectionId, connection.id)))[0];
  await look();
  const sdr = contextOf(await makeMember(db, { workspaceId: connection.workspaceId }), db);
  await pauseLead(sdr, { threadId: (await threadRows())[0]!.id });

  await look();
  expect(await status()).toMatchObject({ status: "PAUSED" });

  const isOurs = eq(smartleadActions.connectionId, connection.id);
  await db.update(smartleadActions).set({ state: "confirmed" }).where(isOurs);
  await look();
  expect(await status()).toMatchObject({ status: "INPROGRESS" });
});

test("two threads of one lead in two campaigns stay two", async () => {
  await world.db.update(smartleadCampaigns).set({ isChosen: true });
  await storeRemoteLead({ db: world.db, now }, { connection, lead: lead(), history: [message({}), answer()] });
  const other = lead({ leadMapId: "502", campaignId: "7002" });
  const history = [message({ messageId: "sent-2@acme.test", statsId: "stats-2" })];
  await storeRemoteLead({ db: world.db, now }, { connection, lead: other, history });
  expect(await threadRows()).toHaveLength(2);
});

test("what a known lead has answered is news to the first sync as well, and of an unknown one only what came since", async () => {
  const store = (values: Partial<RemoteLead>, history: RemoteMessage[], pastUntil: Date) =>
    storeRemoteLead({ db: world.db, now }, { connection, lead: lead(values), history, pastUntil });
  await store({}, [message({}), answer()], ago(10));
  const other = { leadMapId: "502", email: "bo@lead.test", isUnread: null };
  const theirs = [
    message({ messageId: "sent-2@acme.test", statsId: "stats-2", to: "bo@lead.test" }),
    answer({ messageId: "answer-2@lead.test", from: "bo@lead.test" }),
    answer({ messageId: "answer-3@lead.test", from: "bo@lead.test", time: ago(2), html: "<div>And?</div>" }),
  ];
  await store(other, theirs, ago(10));
  await world.db.update(messages).set({ readAt: now() }).where(eq(messages.messageId, "answer-1@lead.test"));
  await store({}, [message({}), answer(), answer({ messageId: "answer-4@lead.test", time: ago(12) })], ago(10));
  const unread = (await stored()).filter(({ direction, readAt }) => direction === "in" && readAt === null);
  expect(unread.map(({ messageId }) => messageId)).toEqual(["answer-4@lead.test", "answer-3@lead.test"]);
});

test("a row that is older than what is known says nothing any more, and a newer answer stays unread", async () => {
  const store = (values: Partial<RemoteLead>, history: RemoteMessage[], isHistoryOnly = false) =>
    storeRemoteLead({ db: world.db, now }, { connection, lead: lead(values), history, isHistoryOnly });
  const before = { isUnread: true, status: "INPROGRESS" };
  const both = [message({}), answer(), answer({ messageId: "answer-2@lead.test", time: ago(5) })];
  await store(before, both.slice(0, 2));
  // Smartlead's row was read before the second answer came, which the history has already.
  await store({ ...before, isUnread: false }, both);
  expect(await threadRows()).toMatchObject([{ unreadCount: 1 }]);
  await store({ isUnread: true, status: "COMPLETED", lastReplyAt: ago(5) }, both);
  await store({ isUnread: false, status: "STOPPED", lastReplyAt: ago(30) }, both);
  await store(
    { isUnread: false, status: "STOPPED", lastReplyAt: ago(5) },
    [...both, message({ messageId: "s3" })],
    true,
  );
  expect(await threadRows()).toMatchObject([{ unreadCount: 1 }]);
  const [row] = await world.db.select().from(smartleadLeads).where(eq(smartleadLeads.connectionId, connection.id));
  expect(row).toMatchObject({ status: "COMPLETED", isUnread: true });
});
