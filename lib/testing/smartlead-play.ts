import { and, eq, sql } from "drizzle-orm";
import { newStatsId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { mailboxes, members, messages, replies, smartleadLeads, smartleadWebhooks, threads } from "@/lib/db/schema";
import { seeded, type Random } from "@/lib/sandbox/random";
import { ingestFound } from "@/lib/services/messages/ingest-message";
import { disconnectSmartlead } from "@/lib/services/smartlead/disconnect-smartlead";
import { receiveWebhook } from "@/lib/services/smartlead/receive-webhook";
import { smartleadSecrets } from "@/lib/services/smartlead/smartlead-secrets";
import { SmartleadFault } from "@/lib/smartlead/smartlead-api";
import { readSmartleadWebhook } from "@/lib/worker/handlers/read-smartlead-webhook";
import { smartleadApiOf } from "@/lib/worker/smartlead-api-of";
import { firstSyncStep } from "@/lib/worker/smartlead-first-sync";
import type { Reading } from "@/lib/worker/smartlead-page";
import { pollReplies } from "@/lib/worker/smartlead-poll";
import { sweepOne } from "@/lib/worker/smartlead-sweep";
import { storeOwnReply } from "@/lib/worker/store-own-reply";
import type { FakeLead, FakeMessage } from "./fake-smartlead/fake-state";
import { startFakeSmartlead, type FakeSmartlead } from "./fake-smartlead/start-fake-smartlead";
import { rawMail } from "./raw-mail";
import { connectedAccount, connectionRow, remoteHistories, storedHistories } from "./smartlead-account";

type Play = {
  db: Database;
  fake: FakeSmartlead;
  random: Random;
  account: Awaited<ReturnType<typeof connectedAccount>>;
  leads: FakeLead[];
  /** Replies that were taken and whose own copies are not in their threads yet. */
  late: string[];
  /** Moves on with each message, so that every one has a time of its own. */
  tick: () => Date;
};

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

const words = (random: Random) => `<div>Word ${random.uuid()}, and <b>more</b> of it.</div>`;

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

async function answer({ fake, random, leads, tick }: Play): Promise<void> {
  const lead = random.pick(leads);
  const from = random.chance(0.2) ? { from: `colleague-${lead.mapId}@lead.test`, cc: lead.email } : {};
  await fake.receive(lead, { time: tick(), email_body: words(random), ...from });
}

/** A step of the sequence, or somebody in the master inbox. */
async function writeAtSmartlead({ fake, random, leads, tick }: Play): Promise<void> {
  const step = random.chance(0.5) ? {} : { email_seq_number: "" };
  fake.send(random.pick(leads), { time: tick(), email_body: words(random), ...step });
}

/** A reply that leaves through Smartlead; once in a while nobody learns that it was taken. */
async function replyFromHere({ db, fake, random, account, late }: Play): Promise<void> {
  const rows = await db
    .select({ lead: smartleadLeads, thread: threads })
    .from(smartleadLeads)
    .innerJoin(threads, eq(threads.id, smartleadLeads.threadId))
    .where(eq(smartleadLeads.workspaceId, account.workspaceId))
    .orderBy(smartleadLeads.leadMapId);
  if (rows.length === 0) return;
  const { lead, thread } = random.pick(rows);
  const [parent] = await db.select().from(messages).where(eq(messages.threadId, thread.id)).orderBy(messages.sentAt);
  const [author] = await db.select().from(members).where(eq(members.workspaceId, account.workspaceId));
  const remote = fake.state.leads.get(lead.leadMapId)!;
  const now = new Date();
  const bodyHtml = words(random);
  const [reply] = await db
    .insert(replies)
    .values({
      workspaceId: account.workspaceId,
      threadId: thread.id,
      mailboxId: thread.mailboxId,
      parentId: parent!.id,
      authorId: author!.id,
      origin: "composer",
      status: "sending",
      to: [{ name: "", address: remote.email }],
      subject: `Re: ${thread.subject}`,
      bodyHtml,
      addSignature: false,
      dueAt: now,
      messageId: `${random.uuid()}@acme.test`,
      statsId: newStatsId(),
      acceptedAt: now,
      markedAt: now,
      smartleadLeadId: lead.id,
    })
    .returning();
  if (random.chance(0.3)) fake.faults.add({ kind: "lost_after" }, { path: /send-email-thread/ });
  const connection = await connectionRow(db, account.connectionId);
  const result = await smartleadApiOf(account.deps, connection).sendThread({
    kind: "person",
    endpoint: "a",
    found: null,
    reply: {
      campaignId: String(remote.campaign.id),
      emailStatsId: parent!.statsId,
      emailBody: bodyHtml,
      toEmail: remote.email,
      cc: [],
      bcc: [],
      addSignature: false,
      attachments: [],
    },
  });
  if (result.kind === "refused") throw new Error(`a reply was refused: ${result.response}`);
  const isSent = result.kind === "accepted";
  await db
    .update(replies)
    .set({ status: isSent ? "sent" : "unknown", ...(isSent ? { sentAt: now } : {}) })
    .where(eq(replies.id, reply!.id));
  if (!isSent) return;
  if (random.chance(0.4)) late.push(reply!.id);
  else await storeOwnReply(account.deps, reply!.id);
}

/** The same mailbox is read by its own server as well, and may be faster. */
async function readByImap({ db, random, account, leads }: Play): Promise<void> {
  const lead = random.pick(leads);
  const message = random.pick(lead.history);
  const [mailbox] = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.workspaceId, account.workspaceId), eq(mailboxes.address, lead.account.from_email)));
  const source = message.type === "SENT" ? "sent" : "inbox";
  const { workspaceId } = account;
  await ingestFound(account.deps, { workspaceId, mailboxId: mailbox!.id, raw: asMail(lead, message, random), source });
}

function asMail(lead: FakeLead, message: FakeMessage, random: Random): Buffer {
  const bare = (id: string) => id.replace(/[<>]/g, "");
  const parent = lead.history[lead.history.indexOf(message) - 1];
  return rawMail({
    from: message.from,
    to: message.to,
    ...(message.cc ? { cc: message.cc } : {}),
    subject: message.subject ?? "Re: A question about Acme",
    messageId: bare(message.message_id),
    date: new Date(message.time),
    ...(parent && random.chance(0.8) ? { inReplyTo: bare(parent.message_id) } : {}),
    headers: ["Content-Type: text/html; charset=utf-8"],
    body: message.email_body,
  });
}

async function deliverWebhooks({ db, fake, random, account }: Play): Promise<void> {
  const connection = await connectionRow(db, account.connectionId);
  const secret = smartleadSecrets(connection).webhookSecret;
  const waiting = fake.webhooks.waiting.splice(0).flatMap((each) => (random.chance(0.5) ? [each, each] : [each]));
  for (const { headers, body } of random.chance(0.5) ? waiting.toReversed() : waiting) {
    const requestId = headers["x-request-id"] ?? null;
    await receiveWebhook(account.deps, { secret, body: Buffer.from(body), signature: null, requestId });
  }
  const hooks = await db
    .select()
    .from(smartleadWebhooks)
    .where(eq(smartleadWebhooks.connectionId, account.connectionId));
  for (const { id: webhookId } of hooks) await bearing(readSmartleadWebhook(account.deps, { webhookId, look: 9 }));
}

async function readingOf({ db, account }: Play): Promise<Reading> {
  const connection = await connectionRow(db, account.connectionId);
  return { deps: account.deps, api: smartleadApiOf(account.deps, connection), connection, kind: "sync" };
}

async function poll(play: Play): Promise<void> {
  await bearing(pollReplies(await readingOf(play), { isDeep: play.random.chance(0.3) }));
}

async function goOn(play: Play): Promise<void> {
  await bearing(firstSyncStep(await readingOf(play), { wentBackFrom: null }));
}

async function sweep(play: Play): Promise<void> {
  await bearing(sweepOne(await readingOf(play), 0));
}

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

/** What goes wrong at Smartlead is no fault of ours; whatever else is thrown is. */
async function bearing(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof SmartleadFault)) throw error;
  });
}

async function storeLate({ account, late }: Play): Promise<void> {
  for (const id of late.splice(0)) await storeOwnReply(account.deps, id);
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
