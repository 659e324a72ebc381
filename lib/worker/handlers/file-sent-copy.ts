import { eq, sql } from "drizzle-orm";
import { mailboxes, replies } from "@/lib/db/schema";
import { appendToSent } from "@/lib/mail/imap/append";
import { knownServer } from "@/lib/mail/providers/known-servers";
import type { ReplyRow } from "@/lib/services/replies/reply-row";
import type { WorkerDeps } from "../deps";
import { imapConfigOf } from "../mailbox-imap-config";
import { dropCopy } from "../outbox-copy";
import { sentBytes, storeOwnReply } from "../store-own-reply";

type Mailbox = typeof mailboxes.$inferSelect;

/**
 * What is left to do for a reply that was sent: the message in its thread, and the copy in the mailbox's Sent folder.
 * A failure here tries only this again; the reply itself is never touched.
 */
export async function fileSentCopy(deps: WorkerDeps, { replyId }: { replyId: string }): Promise<void> {
  const [reply] = await deps.db.select().from(replies).where(eq(replies.id, replyId));
  if (!reply || reply.status !== "sent") return;
  const failures: unknown[] = [];
  const step = (work: Promise<void>) => work.catch((error: unknown) => void failures.push(error));
  await step(storeOwnReply(deps, replyId));
  await step(file(deps, reply));
  if (failures.length > 0) throw new AggregateError(failures, "a sent reply is not put away yet");
  await dropCopy(reply);
}

async function file(deps: WorkerDeps, reply: ReplyRow): Promise<void> {
  await deps.db.transaction(async (tx) => {
    // One at a time, or two copies lie in the folder: the lock goes with this connection.
    const { rows } = await tx.execute(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`file:${reply.id}`}, 0)) as locked`,
    );
    if (rows[0]?.locked !== true) throw new Error("another worker files this copy");
    const [row] = await tx
      .select({ filedAt: replies.filedAt, mailbox: mailboxes })
      .from(replies)
      .innerJoin(mailboxes, eq(mailboxes.id, replies.mailboxId))
      .where(eq(replies.id, reply.id));
    if (!row || row.filedAt) return;
    // What Smartlead sends it files where it sends from, if anywhere.
    if (reply.smartleadLeadId === null && needsCopy(row.mailbox)) {
      const { messageId } = reply;
      const { sentFolder: folder, sentCopies } = row.mailbox;
      const how = { messageId, folder, isCautious: sentCopies === "auto" && isOneProvider(row.mailbox) };
      await appendToSent(await imapConfigOf(deps, row.mailbox), await sentBytes(deps, reply), how);
    }
    await tx.update(replies).set({ filedAt: deps.now() }).where(eq(replies.id, reply.id));
  });
}

/** Where the servers file by themselves, or a person wants none, there is nothing to do. */
function needsCopy(mailbox: Mailbox): boolean {
  const { engine, imapHost, smtpHost, disabledAt, sentCopies } = mailbox;
  if (engine !== "smtp" || imapHost === null || disabledAt !== null || sentCopies === "leave") return false;
  return sentCopies === "file" || ![imapHost, smtpHost ?? ""].every((host) => knownServer(host)?.filesSent);
}

/** Mail that leaves by somebody else's server is filed by nobody but us. */
const isOneProvider = ({ imapHost, smtpHost }: Mailbox): boolean => siteOf(imapHost) === siteOf(smtpHost);
const siteOf = (host: string | null): string => (host ?? "").toLowerCase().split(".").slice(-2).join(".");
