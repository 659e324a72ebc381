import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mailboxes, smartleadCampaigns, smartleadConnections, smartleadMailboxes } from "@/lib/db/schema";
import { makeReply } from "@/lib/testing/make-reply";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { claimReply } from "./claim-reply";

const test_ = testDatabase();
const now = () => new Date();
const HOUR_AGO = new Date(Date.now() - 3_600_000);
const FOLLOW_UP = { scheduleCondition: "if_no_reply", status: "scheduled" } as const;
const replyOf = (world: SmartleadWorld, values = {}) =>
  makeReply(test_.db, world, { smartleadLeadId: world.remoteLead.id, ...values });
/** The mailbox is Smartlead's alone. */
const leaveToSmartlead = ({ mailbox }: SmartleadWorld) =>
  test_.db.update(mailboxes).set({ engine: "smartlead" }).where(eq(mailboxes.id, mailbox.id));

test("a follow-up waits for the account of its lead, also where its mailbox is not known at Smartlead", async () => {
  const { db } = test_;
  const world = await makeSmartleadWorld(db, { lastPolledAt: HOUR_AGO });
  await leaveToSmartlead(world);
  await db.delete(smartleadMailboxes).where(eq(smartleadMailboxes.mailboxId, world.mailbox.id));
  const reply = await replyOf(world, FOLLOW_UP);
  const isIt = eq(smartleadConnections.id, world.connection.id);

  expect(await claimReply(db, now, reply.id)).toEqual({ kind: "waiting_for_sync" });

  const [asked] = await db.select().from(smartleadConnections).where(isIt);
  expect(asked!.pollRequestedAt).toBeInstanceOf(Date);
  await db.update(smartleadConnections).set({ lastPolledAt: now() }).where(isIt);
  expect(await claimReply(db, now, reply.id)).toMatchObject({ kind: "claimed" });
});

test("a follow-up in a campaign that is not read any more is held, and leaves once it is read again", async () => {
  const { db } = test_;
  const world = await makeSmartleadWorld(db, { lastPolledAt: new Date() });
  await leaveToSmartlead(world);
  const choose = (isChosen: boolean) =>
    db.update(smartleadCampaigns).set({ isChosen }).where(eq(smartleadCampaigns.connectionId, world.connection.id));
  await choose(false);
  const [followUp, plain] = [await replyOf(world, FOLLOW_UP), await replyOf(world)];

  expect(await claimReply(db, now, followUp.id)).toEqual({ kind: "held", reason: "sync_stale" });

  await choose(true);
  expect(await claimReply(db, now, followUp.id)).toMatchObject({ kind: "claimed" });
  await choose(false);
  expect(await claimReply(db, () => new Date(Date.now() + 600_000), plain.id)).toMatchObject({ kind: "claimed" });
});

test("what leaves through Smartlead leaves also from a mailbox that is disabled here", async () => {
  const { db } = test_;
  const world = await makeSmartleadWorld(db);
  const values = { state: "disabled", disabledAt: HOUR_AGO, lastSyncedAt: HOUR_AGO } as const;
  await db.update(mailboxes).set(values).where(eq(mailboxes.id, world.mailbox.id));
  const [own, remote] = [await makeReply(db, world), await replyOf(world, FOLLOW_UP)];

  expect(await claimReply(db, now, own.id)).toEqual({ kind: "held", reason: "mailbox_disconnected" });
  expect(await claimReply(db, now, remote.id)).toMatchObject({ kind: "claimed" });
});
