import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { notifyChange } from "@/lib/realtime/notify";
import { believedBounces } from "./believed-bounces";
import { bareMessage } from "./bare-message";
import { directionOfMessage, type Incoming } from "./direction-of-message";
import { findKnownMessages, type Known } from "./find-known-messages";
import type { IngestInput, IngestResult } from "./ingest-types";
import { lockMailbox } from "./lock-mailbox";
import { ownMailboxes } from "./own-mailboxes";
import { readMessage } from "./read-message";
import { resolveFoundReplies } from "./resolve-found-replies";
import { isDataError, isRetryable } from "./storing-errors";
import { storeFiles } from "./store-files";
import { storeMessage } from "./store-message";
import { threadOfMessage } from "./thread-of-message";
import { UNPROVEN_SENDER } from "./unproven-sender";
import { updateKnownMessage } from "./update-known-message";

type Deps = { db: Database; now: Clock };
const ATTEMPTS = 4;

/**
 * Stores one raw message (RFC 5322), whatever its source: parsed, threaded, sanitised, once a workspace, mailbox and Message-ID.
 * A broken message is kept raw and shown as far as it can be read; only a database that does not answer makes this throw.
 */
export async function ingestMessage({ db, now }: Deps, input: IngestInput): Promise<IngestResult> {
  const deps = { db, now };
  const own = await ownMailboxes(db, input.workspaceId);
  const message = directionOfMessage(await readMessage(input.raw, now()), input, own);
  // Files first: a row never names a file that is not there, and no transaction waits for a disk.
  await storeFiles(message);
  try {
    return await patiently(() => ingestOnce(deps, message));
  } catch (error) {
    if (!isDataError(error)) throw error;
    return patiently(() => ingestOnce(deps, bareMessage(message)));
  }
}

function ingestOnce({ db, now }: Deps, found: Incoming): Promise<IngestResult> {
  return db.transaction(async (tx) => {
    await lockMailbox(tx, found.mailboxId);
    const known = await findKnownMessages(tx, found);
    const recognised = recognise(found, known);
    if (known.self) return updateKnownMessage(tx, recognised, known.self, now);
    const message = { ...recognised, believedBounces: await believedBounces(tx, recognised, known, now()) };
    const place = await threadOfMessage(tx, message, known);
    const stored = await storeMessage(tx, message, place, now);
    await resolveFoundReplies(tx, message, known.answered);
    const { workspaceId, mailboxId } = message;
    const arrived = message.direction === "in" && !message.isAutomatic && !message.isPast;
    await notifyChange(tx, { workspaceId, kind: "thread", threadId: stored.threadId, mailboxId, arrived });
    return stored;
  });
}

/**
 * Our own reply, or a copy of it that turned up in a folder. Whom it went to blindly only the outbox knows: no header says it.
 * What merely says that it is from us counts as little as what a machine wrote.
 */
function recognise(message: Incoming, { messageId, own }: Known): Incoming {
  if (own) return { ...message, messageId, reply: own, bcc: own.bcc, isUnproven: false };
  return message.isUnproven
    ? { ...message, messageId, isAutomatic: true, automaticReason: UNPROVEN_SENDER }
    : { ...message, messageId };
}

/** Deadlocks and rows that another source wrote at the same moment end by trying again. */
async function patiently<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}
