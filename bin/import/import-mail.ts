import { and, eq, isNull } from "drizzle-orm";
import { createTranslator } from "next-intl";
import { mailboxes } from "@/lib/db/schema";
import { findMessages } from "@/lib/mail/files/find-messages";
import { isUnsent } from "@/lib/mail/files/is-unsent";
import { isEmptyMail } from "@/lib/mail/files/messages-in";
import { imapFailureOf } from "@/lib/mail/imap/failure";
import { may, type Context } from "@/lib/services/context";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { record } from "@/lib/services/record";
import settings from "@/messages/en/settings.json";
import { readPastMail } from "@/lib/worker/read-past-mail";
import type { PastMailCounts } from "@/lib/worker/store-past";

type Say = { progress: (line: string) => void; result: (line: string) => void };
type Run = Say & { signal: AbortSignal };
type Mailbox = typeof mailboxes.$inferSelect;

const EVERY = 100;

const t = createTranslator({
  locale: "en-GB",
  messages: { mailboxes: settings.mailboxes },
  namespace: "mailboxes",
});

/** Brings the messages of files into a mailbox. What is there already adds nothing, so that it may be stopped and begun again. */
export async function importMailFiles(
  context: Context,
  { path, mailbox: address }: { path: string; mailbox: string },
  { progress, result, signal }: Run,
): Promise<boolean> {
  const mailbox = await mailboxOf(context, address);
  if (!mailbox) return unknownMailbox(address, progress);
  const { id: mailboxId, workspaceId } = mailbox;
  const counts: PastMailCounts = { read: 0, added: 0, known: 0, failed: 0 };
  for await (const { file, raw } of findMessages(path)) {
    if (signal.aborted) break;
    counts.read++;
    if (raw && isUnsent(raw)) {
      progress(`${file}: left out (a draft, or deleted in the program that wrote it).`);
      continue;
    }
    if (!raw || isEmptyMail(raw)) {
      counts.failed++;
      progress(`${file}: not stored (${raw ? "it is empty" : "it cannot be read"}).`);
      continue;
    }
    try {
      const { isNew } = await ingestMessage(context, { workspaceId, mailboxId, raw, source: "import" });
      counts[isNew ? "added" : "known"]++;
    } catch (error) {
      counts.failed++;
      progress(`${file}: not stored (${error instanceof Error ? error.name : "error"}).`);
    }
    if (counts.read % EVERY === 0) progress(wordsOf(counts));
  }
  return finish(context, mailbox, { counts, result, signal });
}

/** Brings in the last days of a connected mailbox, from its own server. */
export async function importPastMail(
  context: Context,
  { days, mailbox: address }: { days: number; mailbox: string },
  { progress, result, signal }: Run,
): Promise<boolean> {
  const mailbox = await mailboxOf(context, address);
  if (!mailbox) return unknownMailbox(address, progress);
  if (mailbox.engine !== "smtp" || mailbox.disabledAt) {
    progress(`${address} is disabled or has no server.`);
    return false;
  }
  let counts: PastMailCounts = { read: 0, added: 0, known: 0, failed: 0 };
  try {
    await readPastMail(context, mailbox, {
      days,
      signal,
      onProgress: (now) => {
        counts = { ...now };
        progress(wordsOf(counts));
      },
    });
  } catch (error) {
    if (!signal.aborted) progress(`The mailbox cannot be read. ${wordsOfFailure(error)}`);
    await finish(context, mailbox, { counts, result, signal });
    return false;
  }
  return finish(context, mailbox, { counts, result, signal });
}

/** The words of the page for a step of a mailbox's test that failed, then what is known of it or what the server said. */
function wordsOfFailure(error: unknown): string {
  const { reason, detail } = imapFailureOf(error);
  const ours = `ourWords.${detail}` as "ourWords.unresolvable";
  // The message of an error that is no server's may hold what the statement that failed was given.
  const { responseText } = error as { responseText?: string };
  const known = t.has(ours) ? t(ours) : responseText ? `“${detail}”` : "";
  return `${t(`testing.reason.${reason}`)} ${known}`.trim();
}

type Finished = { counts: PastMailCounts; result: (line: string) => void; signal: AbortSignal };

async function finish(
  { actor, db }: Context,
  mailbox: Mailbox,
  { counts, result, signal }: Finished,
): Promise<boolean> {
  await record(db, actor, "import.mail", { subjectId: mailbox.id, data: counts });
  result(`${signal.aborted ? "Stopped. " : ""}${wordsOf(counts)}`);
  return !signal.aborted && counts.failed === 0;
}

const wordsOf = ({ read, added, known, failed }: PastMailCounts): string =>
  `${read} messages read: ${added} new, ${known} there already, ${failed} not stored.`;

function unknownMailbox(address: string, progress: (line: string) => void): false {
  progress(`No mailbox here has the address ${address}.`);
  return false;
}

async function mailboxOf({ actor, db }: Context, address: string): Promise<Mailbox | undefined> {
  may(actor, "import.run");
  const [mailbox] = await db
    .select()
    .from(mailboxes)
    .where(
      and(eq(mailboxes.workspaceId, actor.workspaceId), eq(mailboxes.address, address), isNull(mailboxes.removedAt)),
    );
  return mailbox;
}
