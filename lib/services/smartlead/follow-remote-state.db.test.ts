import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { categories, smartleadActions, smartleadCategories, smartleadLeads, threads } from "@/lib/db/schema";
import type { RemoteLead, RemoteMessage } from "@/lib/smartlead/smartlead-api";
import { contextOf, makeMember } from "@/lib/testing/factories";
import { makeRemoteAccount } from "@/lib/testing/make-remote-account";
import { ago, remoteAnswer, remoteLead, remoteMessage } from "@/lib/testing/remote-lead";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { pauseLead } from "./pause-lead";
import { storeRemoteLead } from "./store-remote-lead";

const world = testDatabase();
const now = () => new Date();
let connection: { id: string; workspaceId: string };
beforeEach(async () => {
  connection = await makeRemoteAccount(world.db);
});

const threadRows = () => world.db.select().from(threads).where(eq(threads.workspaceId, connection.workspaceId));

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
    storeRemoteLead(
      { db, now },
      { connection, lead: remoteLead({ categoryId }), history: [remoteMessage(), remoteAnswer()] },
    );
  await tell("1");
  expect(await threadRows()).toMatchObject([{ categoryId: interested!.id, categoryBecause: "smartlead:Interested" }]);
  await db.update(threads).set({ categoryId: interested!.id, categorySource: "person" });
  await tell("2");
  expect(await threadRows()).toMatchObject([{ categoryId: interested!.id, categorySource: "person" }]);
});

test("who has read a thread at Smartlead has read it here", async () => {
  const tell = (isUnread: boolean) =>
    storeRemoteLead(
      { db: world.db, now },
      { connection, lead: remoteLead({ isUnread }), history: [remoteMessage(), remoteAnswer()] },
    );
  await tell(true);
  expect(await threadRows()).toMatchObject([{ unreadCount: 1 }]);
  await tell(false);
  expect(await threadRows()).toMatchObject([{ unreadCount: 0 }]);
  await tell(true);
  expect(await threadRows()).toMatchObject([{ unreadCount: 1 }]);
});

test("a pause stands until Smartlead knows of it, whatever a look at it says meanwhile", async () => {
  const { db } = world;
  const look = () =>
    storeRemoteLead({ db, now }, { connection, lead: remoteLead(), history: [remoteMessage(), remoteAnswer()] });
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

test("a row that is older than what is known says nothing any more, and a newer answer stays unread", async () => {
  const store = (values: Partial<RemoteLead>, history: RemoteMessage[], isHistoryOnly = false) =>
    storeRemoteLead({ db: world.db, now }, { connection, lead: remoteLead(values), history, isHistoryOnly });
  const before = { isUnread: true, status: "INPROGRESS" };
  const both = [remoteMessage(), remoteAnswer(), remoteAnswer({ messageId: "answer-2@lead.test", time: ago(5) })];
  await store(before, both.slice(0, 2));
  // Smartlead's row was read before the second answer came, which the history has already.
  await store({ ...before, isUnread: false }, both);
  expect(await threadRows()).toMatchObject([{ unreadCount: 1 }]);
  await store({ isUnread: true, status: "COMPLETED", lastReplyAt: ago(5) }, both);
  await store({ isUnread: false, status: "STOPPED", lastReplyAt: ago(30) }, both);
  await store(
    { isUnread: false, status: "STOPPED", lastReplyAt: ago(5) },
    [...both, remoteMessage({ messageId: "s3" })],
    true,
  );
  expect(await threadRows()).toMatchObject([{ unreadCount: 1 }]);
  const [row] = await world.db.select().from(smartleadLeads).where(eq(smartleadLeads.connectionId, connection.id));
  expect(row).toMatchObject({ status: "COMPLETED", isUnread: true });
});
