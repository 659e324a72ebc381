import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/core/log";
import type { FetchedMessage } from "@/lib/mail/imap/fetch-new";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { record } from "@/lib/services/record";
import type { WorkerDeps } from "./deps";
import type { Folder } from "./mailbox-folder-row";
import type { Mailbox } from "./mailbox-lease";

/** Our own side failed (the database does not answer): no fault of the mailbox. */
export class StoringFailed extends Error {}

const PAUSES_MS = [200, 1_000];

/**
 * Stores a fetched message. One that cannot be stored is tried three times, then passed over and told, so that it stops nothing;
 * it stays on the server.
 * @returns whether it was new
 * @throws StoringFailed when the database does not answer: then nothing is passed over
 */
export async function ingestPatiently(
  deps: WorkerDeps,
  mailbox: Mailbox,
  folder: Folder,
  { uid, raw }: FetchedMessage,
): Promise<boolean> {
  const { id: mailboxId, workspaceId } = mailbox;
  for (const pause of [...PAUSES_MS, null]) {
    try {
      const { isNew } = await ingestMessage(deps, { workspaceId, mailboxId, raw, source: folder.role });
      return isNew;
    } catch (error) {
      log.warn({ err: error, mailboxId, folder: folder.role, uid }, "a message could not be stored");
      if (pause !== null) await sleep(pause);
    }
  }
  try {
    const data = { folder: folder.path, uid, uidValidity: folder.uidValidity };
    await record(deps.db, { workspaceId }, "message.skipped", { subjectId: mailboxId, data });
  } catch (error) {
    throw new StoringFailed("the database does not answer", { cause: error });
  }
  return false;
}
