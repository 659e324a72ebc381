import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { smartleadCampaigns, smartleadConnections, smartleadWebhooks } from "@/lib/db/schema";
import { contextOf, makeMember } from "@/lib/testing/factories";
import { makeSmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { adoptConnection } from "./adopt-connection";
import { connectSmartlead } from "./connect-smartlead";
import { disconnectSmartlead } from "./disconnect-smartlead";
import { keepRemoteAccount } from "./keep-remote-account";
import { storeBrokenRows } from "./store-broken-rows";

const test_ = testDatabase();
const rowOf = async (id: string) =>
  (await test_.db.select().from(smartleadConnections).where(eq(smartleadConnections.id, id)))[0];

/** An account with the campaigns 77 and 78, and another key that was just pasted, with a delivery and a broken row already. */
async function secondKey() {
  const { db } = test_;
  const { connection: former, workspaceId } = await makeSmartleadWorld(db);
  await db
    .insert(smartleadCampaigns)
    .values({ workspaceId, connectionId: former.id, remoteId: "78", name: "Autumn", isChosen: true });
  const admin = contextOf(await makeMember(db, { workspaceId, role: "admin" }), db);
  const { connectionId } = await connectSmartlead(admin, { key: `another-${newId()}` });
  const fresh = (await rowOf(connectionId))!;
  const hook = { eventType: "EMAIL_REPLY", dedupeKey: "a", body: {}, receivedAt: new Date() };
  await db.insert(smartleadWebhooks).values({ ...hook, workspaceId, connectionId });
  await storeBrokenRows(admin, fresh, "campaigns", [{ raw: "odd", reason: "row: object" }]);
  return { db, admin, former, fresh };
}

test("a working key is not given up for one that opens only some of its campaigns, and keeps them", async () => {
  const { db, former, fresh } = await secondKey();

  expect(await adoptConnection(db, fresh, { campaignIds: ["77"], mailboxIds: ["501"] })).toMatchObject({
    id: fresh.id,
  });
  const campaign = { id: "77", name: "Spring", status: "ACTIVE", schedule: null };
  await keepRemoteAccount(db, fresh, { campaigns: [campaign], categories: [] });

  expect((await rowOf(former.id))!.key).toBe(former.key);
  const campaigns = db.$count(smartleadCampaigns, eq(smartleadCampaigns.connectionId, former.id));
  expect(await campaigns).toBe(2);
});

test("a refused key is replaced by whatever opens its account, and a working one by what opens all of it", async () => {
  const wide = await secondKey();
  const narrow = await secondKey();
  await narrow.db
    .update(smartleadConnections)
    .set({ state: "failing", stateReason: "auth" })
    .where(eq(smartleadConnections.id, narrow.former.id));

  for (const [{ db, former, fresh }, campaignIds] of [
    [wide, ["76", "77", "78"]],
    [narrow, ["77"]],
  ] as const) {
    const opened = { campaignIds: [...campaignIds], mailboxIds: [] };
    expect(await adoptConnection(db, fresh, opened)).toMatchObject({ id: former.id, keyHint: fresh.keyHint });
    expect(await rowOf(fresh.id)).toBeUndefined();
  }
});

test("a key that never opened anything is gone once it is disconnected", async () => {
  const { admin, former, fresh } = await secondKey();

  await disconnectSmartlead(admin, { connectionId: fresh.id });
  await disconnectSmartlead(admin, { connectionId: former.id });

  expect(await rowOf(fresh.id)).toBeUndefined();
  expect(await rowOf(former.id)).toMatchObject({ state: "disconnected" });
});
