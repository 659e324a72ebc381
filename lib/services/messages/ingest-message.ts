import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { isInvitationMail } from "@/lib/domain/invitation-mail";
import { notifyChange, type Change } from "@/lib/realtime/notify";
import { believedBounces } from "./believed-bounces";
import type { Batch } from "./batch";
import { bareMessage } from "./bare-message";
import { findCopyOfReply } from "./find-copy-of-reply";
import type { Incoming } from "./direction-of-message";
import { findKnownMessages, type Known } from "./find-known-messages";
import type { IngestInput, IngestResult } from "./ingest-types";
import { forgetThreads } from "./forget-threads";
import { joinLateChildren } from "./join-late-children";
import { lockMailbox } from "./lock-mailbox";
import { mustSeePending, writePending } from "./pending";
import { readIncoming, type ReadingDeps } from "./read-incoming";
import { recogniseSmartleadCopy } from "./recognise-smartlead-copy";
import { resolveFoundReplies } from "./resolve-found-replies";
import { retryStoring } from "./retry-storing";
import { isDataError } from "./storing-errors";
import { storeMessage } from "./store-message";
import { threadOfMessage, type Place } from "./thread-of-message";
import { UNPROVEN_SENDER } from "./unproven-sender";
import { updateKnownMessage } from "./update-known-message";
import { WARM_UP } from "./warm-up-reason";

/**
 * Stores one raw message (RFC 5322), whatever its source: parsed, threaded, sanitised, once a workspace, mailbox and Message-ID.
 * A broken message is kept raw and shown as far as it can be read; only a database that does not answer makes this throw.
 */
export async function ingestMessage(deps: ReadingDeps, input: IngestInput): Promise<IngestResult> {
  const stored = await ingestFound(deps, input);
  if (!stored) throw new Error("only Junk is passed over");
  return stored;
}

/** As `ingestMessage`, for Junk as well. @returns null for Junk that belongs to no lead and answers nothing of ours, and for mail with a link to join */
export async function ingestFound(deps: ReadingDeps, input: IngestInput): Promise<IngestResult | null> {
  const [message] = await readIncoming(deps, [input]);
  return storeFound(deps, message!);
}

/** The second half of `ingestFound`: what was read is not read again. */
export async function storeFound(deps: StoringDeps, message: Incoming): Promise<IngestResult | null> {
  try {
    return await retryStoring(() => ingestOnce(deps, message));
  } catch (error) {
    if (!isDataError(error)) throw error;
    return retryStoring(() => ingestOnce(deps, bareMessage(message)));
  }
}

type StoringDeps = { db: Database; now: Clock };

function ingestOnce({ db, now }: StoringDeps, found: Incoming): Promise<IngestResult | null> {
  return db.transaction(async (tx) => {
    await lockMailbox(tx, found.mailboxId);
    return ingestLocked(tx, found, now);
  });
}

/** Stores a message that was read, in the transaction of a caller that holds its mailbox; with others as one `batch`. */
export async function ingestLocked(
  tx: Database,
  found: Incoming,
  now: Clock,
  batch?: Batch,
): Promise<IngestResult | null> {
  if (found.direction === "out" && isInvitationMail(found.messageId)) return null;
  if (batch && mustSeePending(batch, found)) await writePending(tx, batch);
  const known = await findKnownMessages(tx, found, batch?.heard);
  if (batch && known.answered.length > 0) await writePending(tx, batch);
  const recognised = recognise(found, known);
  if (known.self) {
    if (batch) await writePending(tx, batch);
    if (batch) forgetThreads(batch, [known.self.threadId]);
    return updateKnownMessage(tx, recognised, known.self, now);
  }
  const copy = recognised.reply && (await findCopyOfReply(tx, recognised.reply));
  if (copy) return copy;
  const message = { ...recognised, believedBounces: await believedBounces(tx, recognised, known, now()) };
  const ownPlace = await threadOfMessage(tx, message, known, batch);
  const sent = await recogniseSmartleadCopy(tx, message, ownPlace);
  if (sent?.stored) return sent.stored;
  if (sent) return ingestLocked(tx, { ...found, reply: sent.reply }, now, batch);
  if (isIdleJunk(message, ownPlace, known)) return null;
  const place = await joinLateChildren(tx, message, ownPlace, batch);
  const stored = await storeMessage(tx, message, place, { now, known, ...(batch ? { batch } : {}) });
  await resolveFoundReplies(tx, message, known.answered);
  if (batch && known.answered.length > 0)
    forgetThreads(
      batch,
      known.answered.map(({ threadId }) => threadId),
    );
  const { workspaceId, mailboxId } = message;
  const arrived = message.direction === "in" && !message.isAutomatic && !message.isQuiet && !message.isPast;
  const change: Change = { workspaceId, kind: "thread", threadId: stored.threadId, mailboxId, arrived };
  if (batch) batch.later.changes.push(change);
  else await notifyChange(tx, change);
  return stored;
}

/**
 * Our own reply, or a copy of it that turned up in a folder. Whom it went to blindly only the outbox knows: no header says it.
 * What merely says that it is from us counts as little as what a machine wrote.
 */
function recognise(message: Incoming, { messageId, own }: Known): Incoming {
  if (own || message.reply) return { ...message, messageId, warmUpMark: null, ...(own ? ours(own) : {}) };
  if (message.warmUpMark !== null) return { ...message, messageId, ...keptOut(message.warmUpMark) };
  return message.isUnproven
    ? { ...message, messageId, isAutomatic: true, automaticReason: UNPROVEN_SENDER }
    : { ...message, messageId };
}

const ours = (own: NonNullable<Known["own"]>) => ({ reply: own, bcc: own.bcc, isUnproven: false });

/** Machines write to each other: nobody waits for an answer, nobody is away. */
const keptOut = (mark: string) => ({
  isAutomatic: true,
  automaticReason: `${WARM_UP}: ${mark.slice(0, 200)}`,
  returnDate: null,
  category: null,
});

/** Junk counts only where it is a lead's or answers what we wrote; what claims to be from us never does. */
function isIdleJunk({ source, isUnproven }: Incoming, place: Place, { parents, answered }: Known): boolean {
  if (source !== "junk") return false;
  if (isUnproven) return true;
  if (place.threadId === null) return place.kind !== "lead";
  const named = [...parents, ...answered].filter((parent) => parent.threadId === place.threadId);
  return named.length > 0 && !named.some((parent) => parent.kind === "lead" || parent.direction === "out");
}
