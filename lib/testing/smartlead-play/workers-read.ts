import { and, eq } from "drizzle-orm";
import { mailboxes, smartleadWebhooks } from "@/lib/db/schema";
import type { Random } from "@/lib/sandbox/random";
import { ingestFound } from "@/lib/services/messages/ingest-message";
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
import type { FakeLead, FakeMessage } from "../fake-smartlead/fake-state";
import { rawMail } from "../raw-mail";
import { connectionRow } from "../smartlead-account";
import type { Play } from "./play";

/** The same mailbox is read by its own server as well, and may be faster. */
export async function readByImap({ db, random, account, leads }: Play): Promise<void> {
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

export async function deliverWebhooks({ db, fake, random, account }: Play): Promise<void> {
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

export async function readingOf({ db, account }: Play): Promise<Reading> {
  const connection = await connectionRow(db, account.connectionId);
  return { deps: account.deps, api: smartleadApiOf(account.deps, connection), connection, kind: "sync" };
}

export async function poll(play: Play): Promise<void> {
  await bearing(pollReplies(await readingOf(play), { isDeep: play.random.chance(0.3) }));
}

export async function goOn(play: Play): Promise<void> {
  await bearing(firstSyncStep(await readingOf(play), { wentBackFrom: null }));
}

export async function sweep(play: Play): Promise<void> {
  await bearing(sweepOne(await readingOf(play), 0));
}

export async function storeLate({ account, late }: Play): Promise<void> {
  for (const id of late.splice(0)) await storeOwnReply(account.deps, id);
}

/** What goes wrong at Smartlead is no fault of ours; whatever else is thrown is. */
async function bearing(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof SmartleadFault)) throw error;
  });
}
