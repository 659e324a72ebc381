import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { messages, smartleadCampaigns, smartleadLeads } from "@/lib/db/schema";
import type { FakeLead } from "./fake-smartlead/fake-state";
import { startFakeSmartlead, type FakeSmartlead } from "./fake-smartlead/start-fake-smartlead";
import { smartleadOutbox } from "./smartlead-outbox";
import { makeSmartleadWorld, type SmartleadWorld } from "./smartlead-world";
import type { TestDatabase } from "./test-db";
import { useFileFolder } from "./use-file-folder";

type Stage = {
  fake: FakeSmartlead;
  world: SmartleadWorld;
  /** The world's lead as Smartlead has it. */
  there: FakeLead;
};

/** A fake Smartlead that replies leave through over the wire, and for each test a world whose lead has answered there. */
export function useSmartleadSending(database: TestDatabase) {
  const stage = {} as Stage;
  useFileFolder();
  beforeAll(async () => {
    stage.fake = await startFakeSmartlead();
    Object.assign(process.env, {
      SMARTLEAD_BASE_URL: stage.fake.url,
      ALLOW_PRIVATE_HOSTS: stage.fake.allow,
      SMARTLEAD_PER_TWO_SECONDS: "1000",
      SMARTLEAD_PER_MINUTE: "1000",
    });
  });
  afterAll(() => stage.fake.stop());
  beforeEach(async () => {
    const { fake } = stage;
    fake.faults.clear();
    Object.assign(fake.switches, { a: "on", b: "on", historyLagMs: 0 });
    fake.calls.length = 0;
    const world = await makeSmartleadWorld(database.db);
    const campaign = fake.addCampaign();
    const there = fake.addLead({ campaign, account: fake.addAccount({ address: world.mailbox.address }) });
    const answer = await fake.receive(there);
    const { id } = world.connection;
    // Each world is a key of its own, or one world's limit would be the next one's.
    fake.keys.add(`sl-key-${id}`);
    await database.db
      .update(smartleadCampaigns)
      .set({ remoteId: String(campaign.id) })
      .where(eq(smartleadCampaigns.connectionId, id));
    await database.db
      .update(smartleadLeads)
      .set({ leadMapId: there.mapId, remoteLeadId: there.leadId })
      .where(eq(smartleadLeads.id, world.remoteLead.id));
    await database.db.update(messages).set({ statsId: answer.stats_id }).where(eq(messages.threadId, world.thread.id));
    Object.assign(stage, { world, there });
  });

  return {
    stage,
    ...smartleadOutbox(database, () => stage.world),
    outbound: () =>
      database.db
        .select()
        .from(messages)
        .where(and(eq(messages.threadId, stage.world.thread.id), eq(messages.direction, "out"))),
    /** What the fake has taken for the lead. */
    taken: () => stage.fake.replies.filter(({ lead }) => lead === stage.there),
    /** Every try to send, taken or not. */
    sends: () => stage.fake.calls.filter(({ path }) => path.endsWith("thread")),
  };
}
