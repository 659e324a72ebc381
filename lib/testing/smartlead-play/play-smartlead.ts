import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, smartleadLeads } from "@/lib/db/schema";
import { seeded, type Random } from "@/lib/sandbox/random";
import { disconnectSmartlead } from "@/lib/services/smartlead/disconnect-smartlead";
import { firstSyncStep } from "@/lib/worker/smartlead-first-sync";
import { pollReplies } from "@/lib/worker/smartlead-poll";
import { sweepOne } from "@/lib/worker/smartlead-sweep";
import { startFakeSmartlead, type FakeSmartlead } from "../fake-smartlead/start-fake-smartlead";
import { connectedAccount, remoteHistories, storedHistories } from "../smartlead-account";
import { answer, replyFromHere, writeAtSmartlead } from "./people-write";
import { words, type Play } from "./play";
import { deliverWebhooks, goOn, poll, readByImap, readingOf, storeLate, sweep } from "./workers-read";

const STEPS = 16;

/**
 * Lets both sides of an account do what they do, at random, with faults, repeated and disordered webhooks, and the same mailbox read
 * by IMAP as well; then lets everything be read to the end.
 * @returns what Smartlead has of each lead that has answered, what is here, and texts that are here more than once
 */
export async function playSmartlead(db: Database, seed: string) {
  const random = seeded(seed);
  const fake = await startFakeSmartlead({ ids: "mixed" });
  try {
    const play = await begin(db, fake, random);
    for (let step = 0; step < STEPS; step++) await random.weighted(MOVES)(play);
    fake.faults.clear();
    await toTheEnd(play);
    const { workspaceId, admin, connectionId } = play.account;
    // No worker of a later test reads it as well.
    await disconnectSmartlead(admin, { connectionId });
    return {
      remote: remoteHistories(play.leads.filter(({ lastReplyAt }) => lastReplyAt !== null)),
      here: await storedHistories(db, workspaceId),
      doubled: await doubledTexts(db, workspaceId),
      unsettled: await db.$count(replies, and(eq(replies.workspaceId, workspaceId), eq(replies.status, "unknown"))),
    };
  } finally {
    await fake.stop();
  }
}

/** Every text of a play is another one. */
async function doubledTexts(db: Database, workspaceId: string): Promise<unknown[]> {
  const { rows } = await db.execute(sql`
    select visible_text from messages where workspace_id = ${workspaceId} and visible_text like 'Word %'
    group by visible_text having count(*) > 1`);
  return rows;
}

async function begin(db: Database, fake: FakeSmartlead, random: Random): Promise<Play> {
  const campaigns = [fake.addCampaign(), fake.addCampaign({ name: "Autumn" })];
  const boxes = [fake.addAccount(), fake.addAccount()];
  let at = Date.now() - 3 * 86_400_000;
  const tick = () => new Date((at += random.int(1, 90) * 1_000));
  const leads = Array.from({ length: random.int(2, 7) }, () =>
    fake.addLead({ campaign: random.pick(campaigns), account: random.pick(boxes), sentAt: tick() }),
  );
  for (const lead of leads)
    if (random.chance(0.6)) await fake.receive(lead, { time: tick(), email_body: words(random) });
  fake.webhooks.sendTo({ url: "http://unused.test", hasRequestId: random.chance(0.5) });
  return { db, fake, random, account: await connectedAccount(db, fake), leads, late: [], tick };
}

type Move = (play: Play) => Promise<void>;
const MOVES: (readonly [Move, number])[] = [
  [answer, 4],
  [writeAtSmartlead, 2],
  [replyFromHere, 3],
  [readByImap, 3],
  [deliverWebhooks, 2],
  [poll, 3],
  [goOn, 3],
  [sweep, 2],
  [storeLate, 1],
  [breakSomething, 2],
];

async function breakSomething({ fake, random }: Play): Promise<void> {
  const kind = random.pick([
    "server",
    "gateway",
    "html",
    "not_json",
    "empty",
    "lost_before",
    "lost_after",
    "halfway",
  ] as const);
  fake.faults.add({ kind }, { path: /inbox-replies|message-history/, times: random.int(1, 2) });
}

async function toTheEnd(play: Play): Promise<void> {
  await storeLate(play);
  const memory = { wentBackFrom: null };
  while (!(await firstSyncStep(await readingOf(play), memory)));
  await pollReplies(await readingOf(play), { isDeep: true });
  await pollReplies(await readingOf(play), { isDeep: true });
  // Each history once more, whatever was read of it before.
  await play.db
    .update(smartleadLeads)
    .set({ sweptAt: null })
    .where(eq(smartleadLeads.workspaceId, play.account.workspaceId));
  while (await sweepOne(await readingOf(play), 3_600));
}
