import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  events,
  leads,
  messages,
  smartleadActions,
  smartleadCampaigns,
  smartleadLeads,
  smartleadMessages,
} from "@/lib/db/schema";
import { addBlock } from "@/lib/services/blocks/add-block";
import { ForwardMessageInput } from "@/lib/services/smartlead/action-schemas";
import { forwardMessage } from "@/lib/services/smartlead/forward-message";
import { unsubscribeLead } from "@/lib/services/smartlead/unsubscribe-lead";
import { listTimeline } from "@/lib/services/threads/list-timeline";
import { contextOf } from "@/lib/testing/factories";
import type { FakeLead } from "@/lib/testing/fake-smartlead/fake-state";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { smartleadDeps } from "@/lib/testing/smartlead-account";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { carrySmartleadActions } from "./handlers/carry-smartlead-actions";

const test_ = useTestDatabase();
let fake: FakeSmartlead;
let world: SmartleadWorld;
let there: FakeLead;

beforeAll(async () => {
  fake = await startFakeSmartlead();
});
afterAll(() => fake.stop());

/** The world's lead is one of the fake Smartlead's, with its newest message known there. */
beforeEach(async () => {
  const { db } = test_;
  world = await makeSmartleadWorld(db);
  const connectionId = world.connection.id;
  fake.keys.add(`sl-key-${connectionId}`);
  fake.actions.length = 0;
  there = fake.addLead({ campaign: fake.addCampaign(), account: fake.addAccount() });
  const remoteId = String(there.campaign.id);
  await db.update(smartleadCampaigns).set({ remoteId }).where(eq(smartleadCampaigns.connectionId, connectionId));
  const names = { leadMapId: there.mapId, remoteLeadId: there.leadId };
  await db.update(smartleadLeads).set(names).where(eq(smartleadLeads.id, world.remoteLead.id));
  await db.insert(smartleadMessages).values({ messageId: newest().id, connectionId, raw: {} });
});

const own = () => contextOf(world.member, test_.db);
const threadId = () => world.thread.id;
const newest = () => world.messages.at(-1)!;
const carry = (queue: number | null = threadId()) =>
  carrySmartleadActions(smartleadDeps(test_.db, fake), { connectionId: world.connection.id, threadId: queue });
const lines = async () => {
  const { entries } = await listTimeline(own(), { threadId: threadId() });
  return entries.flatMap((entry) => (entry.kind === "carried" ? [`${entry.what} ${entry.state}`] : []));
};
const recorded = (kind: string) => test_.db.$count(events, and(eq(events.threadId, threadId()), eq(events.kind, kind)));
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { reason?: string }) => error.reason,
  );

test("a lead whom a person unsubscribes is so here at once, and in each campaign at Smartlead", async () => {
  const { workspaceId, connection, lead } = world;
  const other = fake.addLead({ campaign: fake.addCampaign(), account: fake.addAccount() });
  const ofConnection = { workspaceId, connectionId: connection.id };
  const [campaign] = await test_.db
    .insert(smartleadCampaigns)
    .values({ ...ofConnection, remoteId: String(other.campaign.id), name: "Autumn" })
    .returning();
  const names = { leadMapId: other.mapId, remoteLeadId: other.leadId };
  await test_.db
    .insert(smartleadLeads)
    .values({ ...ofConnection, ...names, campaignId: campaign!.id, leadId: lead.id });

  await unsubscribeLead(own(), { threadId: threadId() });
  await unsubscribeLead(own(), { threadId: threadId() });

  const [row] = await test_.db.select().from(leads).where(eq(leads.id, lead.id));
  expect(row!.unsubscribedAt).toBeInstanceOf(Date);
  expect(await recorded("lead.unsubscribed")).toBe(1);
  expect(await lines()).toEqual(["unsubscribe pending"]);
  await carry();
  await carry(null);
  expect([there.status, other.status]).toEqual(["STOPPED", "STOPPED"]);
  expect(fake.actions).toHaveLength(2);
  expect(await lines()).toEqual(["unsubscribe confirmed"]);
});

test("another team’s thread unsubscribes nobody and forwards nothing", async () => {
  const { thread } = await makeSmartleadWorld(test_.db);

  expect(await reasonOf(unsubscribeLead(own(), { threadId: thread.id }))).toBe("thread");
  expect(await reasonOf(forwardMessage(own(), { threadId: thread.id, messageId: newest().id, to: "a@b.test" }))).toBe(
    "thread",
  );
});

test("a message is forwarded in Smartlead's own words, with one's own before it as HTML", async () => {
  const { messageId, statsId } = newest();
  await forwardMessage(own(), {
    threadId: threadId(),
    messageId: newest().id,
    to: "Eva <eva@acme.test>, ben@acme.test, eva@acme.test",
    text: "Is this <yours>?",
  });
  expect(await lines()).toEqual(["forward pending"]);

  await carry();

  expect(fake.actions).toMatchObject([
    {
      path: expect.stringMatching(`/campaigns/${there.campaign.id}/forward-email$`),
      body: {
        message_id: `<${messageId}>`,
        stats_id: statsId,
        to_emails: "eva@acme.test,ben@acme.test",
        forward_email_body: "<p>Is this &lt;yours&gt;?</p>",
      },
    },
  ]);
  expect(await lines()).toEqual(["forward confirmed"]);
  expect(await recorded("message.forwarded")).toBe(1);
});

test("what Smartlead has not told of, and what would reach a blocked address, is not forwarded", async () => {
  const forward = (message: { id: string }, to: string) =>
    reasonOf(forwardMessage(own(), { threadId: threadId(), messageId: message.id, to }));
  await addBlock(contextOf(world.admin, test_.db), { value: "rival.test" });
  const foreign = await makeSmartleadWorld(test_.db);
  const [another] = await test_.db.select().from(messages).where(eq(messages.threadId, foreign.thread.id));

  expect(await forward(world.messages[0]!, "eva@acme.test")).toBe("message_not_at_smartlead");
  expect(await forward(newest(), "eva@acme.test, ed@rival.test")).toBe("blocked");
  expect(await forward(another!, "eva@acme.test")).toBe("message");
  const isForward = and(eq(smartleadActions.connectionId, world.connection.id), eq(smartleadActions.kind, "forward"));
  expect(await test_.db.$count(smartleadActions, isForward)).toBe(0);
});

test("whom to forward to is a list of addresses that is not empty", () => {
  const isTaken = (to: string) => ForwardMessageInput.safeParse({ threadId: 1, messageId: newest().id, to }).success;
  expect(["eva@acme.test", "", "nobody", "eva@acme.test, nobody"].map(isTaken)).toEqual([true, false, false, false]);
});
