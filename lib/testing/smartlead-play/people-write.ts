import { eq } from "drizzle-orm";
import { newStatsId } from "@/lib/core/ids";
import { members, messages, replies, smartleadLeads, threads } from "@/lib/db/schema";
import { smartleadApiOf } from "@/lib/worker/smartlead-api-of";
import { storeOwnReply } from "@/lib/worker/store-own-reply";
import { connectionRow } from "../smartlead-account";
import { words, type Play } from "./play";

export async function answer({ fake, random, leads, tick }: Play): Promise<void> {
  const lead = random.pick(leads);
  const from = random.chance(0.2) ? { from: `colleague-${lead.mapId}@lead.test`, cc: lead.email } : {};
  await fake.receive(lead, { time: tick(), email_body: words(random), ...from });
}

/** A step of the sequence, or somebody in the master inbox. */
export async function writeAtSmartlead({ fake, random, leads, tick }: Play): Promise<void> {
  const step = random.chance(0.5) ? {} : { email_seq_number: "" };
  fake.send(random.pick(leads), { time: tick(), email_body: words(random), ...step });
}

/** A reply that leaves through Smartlead; once in a while nobody learns that it was taken. */
export async function replyFromHere({ db, fake, random, account, late }: Play): Promise<void> {
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
