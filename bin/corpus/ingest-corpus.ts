import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages } from "@/lib/db/schema";
import { sameAddress } from "@/lib/domain/address";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { readMessage, type ReadMessage } from "@/lib/services/messages/read-message";
import type { FoundMessage } from "@/lib/mail/files/find-messages";
import { emptyLine, lineOf, type Line } from "./line";
import type { CorpusStore } from "./scratch-store";

/** A line that does not know its thread yet: `id` is the stored message's, null when none is stored. */
type Spooled = { id: string | null; line: Line };
type Counts = {
  files: number;
  messages: number;
  bounced: number;
  automatic: number;
  doubled: number;
  troubled: number;
};

/** Sends each message through the pipeline that mail from a server takes. A bad one is told as such, and stops nothing. */
export async function ingestCorpus(
  store: CorpusStore,
  found: AsyncIterable<FoundMessage>,
  write: (spooled: Spooled) => void,
): Promise<Counts> {
  const counts = { files: 0, messages: 0, bounced: 0, automatic: 0, doubled: 0, troubled: 0 };
  let lastFile: string | null = null;
  for await (const message of found) {
    const { id, line, isNew } = await ingestOne(store, message);
    if (message.file !== lastFile) counts.files++;
    lastFile = message.file;
    counts.messages++;
    if (line.bounces.length > 0) counts.bounced++;
    if (line.autoReply) counts.automatic++;
    if (id !== null && !isNew) counts.doubled++;
    if (line.error !== null) counts.troubled++;
    write({ id, line });
  }
  return counts;
}

async function ingestOne(store: CorpusStore, { file, raw }: FoundMessage): Promise<Spooled & { isNew: boolean }> {
  if (raw === null) return { id: null, line: emptyLine(file, "unreadable_file"), isNew: false };
  const seenAt = new Date();
  try {
    const read = await readMessage(raw, seenAt);
    const line = lineOf(file, read, seenAt);
    try {
      const { db, workspaceId } = store;
      const stored = await ingestMessage({ db, now: () => new Date() }, { workspaceId, raw, ...placeOf(read, store) });
      return { id: stored.messageId, line, isNew: stored.isNew };
    } catch (error) {
      return { id: null, line: { ...line, error: `not_stored: ${wordsOf(error)}` }, isNew: false };
    }
  } catch (error) {
    return { id: null, line: emptyLine(file, `not_read: ${wordsOf(error)}`), isNew: false };
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);

/** The own mailbox that wrote it (then its Sent folder has it), else the one that it came to, else the first. */
function placeOf(read: ReadMessage, { mailboxes }: CorpusStore) {
  const own = (address: string | undefined) =>
    address === undefined ? undefined : mailboxes.find((mailbox) => sameAddress(mailbox.address, address));
  const sender = own(read.from?.address);
  if (sender) return { mailboxId: sender.id, source: "sent" as const };
  const receiver = [...read.to, ...read.cc, ...read.bcc].map(({ address }) => own(address)).find(Boolean);
  return { mailboxId: (receiver ?? mailboxes[0]!).id, source: "inbox" as const };
}

/** The lines with the thread and the direction that the store has for them in the end. */
export async function* withPlaces(db: Database, spooled: AsyncIterable<string>): AsyncGenerator<Line> {
  for await (const text of spooled) {
    const { id, line } = JSON.parse(text) as Spooled;
    const [row] =
      id === null
        ? []
        : await db
            .select({ thread: messages.threadId, direction: messages.direction, messageId: messages.messageId })
            .from(messages)
            .where(eq(messages.id, id));
    yield { ...line, ...row };
  }
}
