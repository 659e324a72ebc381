import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages, replies, smartleadCampaigns, smartleadLeads } from "@/lib/db/schema";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { makeReply } from "@/lib/testing/make-reply";
import { makeSmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { workerProcess } from "@/lib/testing/worker-program";

const KILLS = 4;
const REPLIES = 10;
const WORDS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const test_ = useTestDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-kill-"));
let fake: FakeSmartlead;
let worker: ChildProcess | null = null;

beforeAll(async () => {
  fake = await startFakeSmartlead({ latencyMs: 150 });
});
afterAll(async () => {
  worker?.kill("SIGKILL");
  await fake.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function startWorker(): Promise<void> {
  const child = fork(workerProcess(), ["1500", "250"], {
    env: {
      ...process.env,
      DATABASE_URL: test_.url,
      DATA_DIR: folder,
      SMARTLEAD_BASE_URL: fake.url,
      ALLOW_PRIVATE_HOSTS: fake.allow,
      SMARTLEAD_PER_TWO_SECONDS: "1000",
      SMARTLEAD_PER_MINUTE: "1000",
      SANDBOX: "off",
      LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  worker = child;
  await new Promise((resolve) => child.once("message", resolve));
}

/** A thread at Smartlead with replies of different words, all due. */
async function fillOutbox() {
  const world = await makeSmartleadWorld(test_.db);
  const campaign = fake.addCampaign();
  const lead = fake.addLead({ campaign, account: fake.addAccount({ address: world.mailbox.address }) });
  const answer = await fake.receive(lead);
  const { id } = world.connection;
  fake.keys.add(`sl-key-${id}`);
  const remoteId = String(campaign.id);
  await test_.db.update(smartleadCampaigns).set({ remoteId }).where(eq(smartleadCampaigns.connectionId, id));
  await test_.db
    .update(smartleadLeads)
    .set({ leadMapId: lead.mapId, remoteLeadId: lead.leadId })
    .where(eq(smartleadLeads.connectionId, id));
  await test_.db.update(messages).set({ statsId: answer.stats_id }).where(eq(messages.threadId, world.thread.id));
  for (let index = 0; index < REPLIES; index++)
    await makeReply(test_.db, world, {
      smartleadLeadId: world.remoteLead.id,
      bodyHtml: `<p>Shall we meet on ${WORDS[index % 7]} of week ${index}?</p>`,
    });
  return world;
}

test(
  "workers killed at any moment send nothing twice, and what Smartlead took ends as sent",
  { timeout: 240_000 },
  async () => {
    const world = await fillOutbox();

    for (let kill = 0; kill < KILLS; kill++) {
      await startWorker();
      // Long enough to have begun, never long enough to be through.
      await sleep(700 + Math.random() * 900);
      worker!.kill("SIGKILL");
    }
    await startWorker();
    const isTaken = (id: string, html: string) => ({
      id,
      times: fake.replies.filter((each) => each.message.email_body === html).length,
    });
    const rowsNow = () => test_.db.select().from(replies).where(eq(replies.threadId, world.thread.id));
    await expect
      .poll(
        async () => {
          const rows = await rowsNow();
          const isSettled = rows.every(({ status, bodyHtml, id, sentMessageId }) =>
            isTaken(id, bodyHtml).times > 0 ? status === "sent" && sentMessageId !== null : status === "unknown",
          );
          return isSettled;
        },
        { timeout: 120_000, interval: 500 },
      )
      .toBe(true);

    const rows = await rowsNow();
    const times = rows.map(({ id, bodyHtml }) => isTaken(id, bodyHtml).times);
    expect(Math.max(...times)).toBe(1);
    const stored = await test_.db
      .select({ replyId: messages.replyId })
      .from(messages)
      .where(and(eq(messages.threadId, world.thread.id), isNotNull(messages.replyId)));
    expect(new Set(stored.map(({ replyId }) => replyId)).size).toBe(stored.length);
    const unsettled = await test_.db.$count(
      replies,
      and(eq(replies.threadId, world.thread.id), inArray(replies.status, ["queued", "sending", "failed"])),
    );
    expect(unsettled).toBe(0);
  },
);
