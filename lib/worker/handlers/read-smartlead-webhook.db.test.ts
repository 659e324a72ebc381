import { desc, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { smartleadConnections, smartleadLeads, smartleadWebhooks } from "@/lib/db/schema";
import { receiveWebhook } from "@/lib/services/smartlead/receive-webhook";
import { smartleadSecrets } from "@/lib/services/smartlead/smartlead-secrets";
import { leadEvent } from "@/lib/testing/fake-smartlead/fake-webhooks";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { connectedAccount, connectionRow } from "@/lib/testing/smartlead-account";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { readSmartleadWebhook } from "./read-smartlead-webhook";

const test_ = testDatabase();
let fake: FakeSmartlead;
beforeEach(async () => {
  fake = await startFakeSmartlead();
});
afterEach(() => fake.stop());

/** An account with a lead who was written to, and what a delivery about that lead costs and leaves. */
async function writtenTo() {
  const lead = fake.addLead({ campaign: fake.addCampaign(), account: fake.addAccount() });
  const { deps, connectionId } = await connectedAccount(test_.db, fake);
  const secret = smartleadSecrets(await connectionRow(test_.db, connectionId)).webhookSecret;
  const deliver = async (type: string) => {
    const body = Buffer.from(JSON.stringify(leadEvent(type, lead)));
    await receiveWebhook(deps, { secret, body, signature: null, requestId: null });
    const isIt = eq(smartleadWebhooks.connectionId, connectionId);
    const newest = test_.db.select().from(smartleadWebhooks).where(isIt).orderBy(desc(smartleadWebhooks.receivedAt));
    const [hook] = await newest;
    const before = fake.calls.length;
    await readSmartleadWebhook(deps, { webhookId: hook!.id, look: 9 });
    return { calls: fake.calls.length - before, isHandled: (await newest)[0]!.handledAt !== null };
  };
  const known = () => test_.db.$count(smartleadLeads, eq(smartleadLeads.connectionId, connectionId));
  return { lead, connectionId, deliver, known };
}

test("steps to leads who are not known, opens and clicks cost no call and leave nothing", async () => {
  const { deliver, known } = await writtenTo();

  for (const type of ["EMAIL_SENT", "FIRST_EMAIL_SENT", "EMAIL_OPEN", "EMAIL_LINK_CLICK", "CAMPAIGN_STATUS_CHANGED"])
    expect(await deliver(type)).toEqual({ calls: 0, isHandled: true });
  expect(await known()).toBe(0);
});

test("an answer is read, and from then on what is sent to its lead as well", async () => {
  const { lead, deliver, known } = await writtenTo();
  await fake.receive(lead);

  expect((await deliver("EMAIL_REPLY")).calls).toBeGreaterThan(0);
  expect(await known()).toBe(1);
  expect((await deliver("EMAIL_SENT")).calls).toBeGreaterThan(0);
});

test("a key that was refused is not tried again for each delivery", async () => {
  const { lead, connectionId, deliver } = await writtenTo();
  await fake.receive(lead);
  await test_.db
    .update(smartleadConnections)
    .set({ state: "failing", stateReason: "auth" })
    .where(eq(smartleadConnections.id, connectionId));

  expect(await deliver("EMAIL_REPLY")).toEqual({ calls: 0, isHandled: true });
});
