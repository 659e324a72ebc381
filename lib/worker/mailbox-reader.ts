import { log } from "@/lib/core/log";
import type { ImapClient } from "@/lib/mail/imap/client";
import { connectImap } from "@/lib/mail/imap/connect";
import { imapFailureOf } from "@/lib/mail/imap/failure";
import { findFolders } from "@/lib/mail/imap/find-folders";
import { folderStatus } from "@/lib/mail/imap/folder-status";
import { waitForMail } from "@/lib/mail/imap/wait-for-mail";
import type { WorkerDeps } from "./deps";
import type { Bell } from "./mailbox-bell";
import { folderOf, syncFolder } from "./mailbox-folder";
import type { Folder } from "./mailbox-folder-row";
import { imapConfigOf } from "./mailbox-imap-config";
import { StoringFailed } from "./mailbox-ingest";
import type { Mailbox } from "./mailbox-lease";
import { setMailboxState, setSynced } from "./mailbox-state";

export type ReaderOptions = { signal: AbortSignal; bell: Bell; onChange?: (() => void) | undefined };

const SENT_EVERY_MS = 60_000;
/** Pauses after a failure double from the first to the last; a refused password is not tried often, or accounts get locked. */
const PAUSES = {
  auth: [15_000, 900_000],
  tls: [5_000, 300_000],
  name: [5_000, 300_000],
  network: [1_000, 60_000],
} as const;

/** Reads one mailbox on one connection until the signal, through all failures, without ever throwing. */
export async function readMailbox(deps: WorkerDeps, mailbox: Mailbox, options: ReaderOptions): Promise<void> {
  const { signal, bell } = options;
  let failures = 0;
  while (!signal.aborted) {
    try {
      await serve(deps, mailbox, options, () => (failures = 0));
    } catch (error) {
      if (signal.aborted) return;
      const pause = await tellFailure(deps, mailbox, error, ++failures);
      await bell.sleep(pause, signal);
    }
  }
}

/** Connects, then stores and waits in turns. Sent comes before INBOX, so that whoever was written to is known when he answers. */
async function serve(deps: WorkerDeps, mailbox: Mailbox, options: ReaderOptions, onWell: () => void): Promise<void> {
  const { signal, bell, onChange } = options;
  const client = await connectImap(await imapConfigOf(deps, mailbox), { signal });
  let arrivals = 0;
  client.on("exists", () => arrivals++);
  try {
    const folders = await readFolders(deps, mailbox, client);
    let sentDueAt = 0;
    while (!signal.aborted) {
      const startedAt = deps.now();
      const isAsked = bell.answer();
      const seen = arrivals;
      let stored = 0;
      if (folders.sent && (isAsked || Date.now() >= sentDueAt)) {
        stored += await syncSent(deps, mailbox, client, folders, signal);
        sentDueAt = Date.now() + SENT_EVERY_MS;
      }
      const inbox = await syncFolder(deps, mailbox, client, folders.inbox, signal);
      folders.inbox = inbox.folder;
      await setSynced(deps.db, mailbox.id, startedAt);
      await setMailboxState(deps.db, mailbox, startedAt, { state: "connected" });
      onWell();
      if (stored + inbox.stored > 0) onChange?.();
      await waitForMail(client, {
        timeoutMs: Math.max(0, sentDueAt ? sentDueAt - Date.now() : SENT_EVERY_MS),
        hasNews: () => arrivals !== seen,
        onWaiting: (wake) => bell.onRing(wake),
      });
    }
  } finally {
    client.close();
  }
}

type Folders = { inbox: Folder; sent: Folder | null };

async function readFolders(deps: WorkerDeps, mailbox: Mailbox, client: ImapClient): Promise<Folders> {
  const { inbox, sent } = await findFolders(client);
  return {
    inbox: await folderOf(deps, mailbox, inbox, "inbox"),
    sent: sent === null ? null : await folderOf(deps, mailbox, sent, "sent"),
  };
}

/** Opens Sent only when something is new in it: while it is open, INBOX cannot be waited on. */
async function syncSent(
  deps: WorkerDeps,
  mailbox: Mailbox,
  client: ImapClient,
  folders: Folders,
  signal: AbortSignal,
): Promise<number> {
  const { sent } = folders;
  if (!sent) return 0;
  const status = await folderStatus(client, sent.path);
  if (status && status.uidValidity === sent.uidValidity && status.uidNext <= sent.lastUid + 1) return 0;
  const { folder, stored } = await syncFolder(deps, mailbox, client, sent, signal);
  folders.sent = folder;
  return stored;
}

/** Writes down why a mailbox cannot be read. @returns how long to wait before the next attempt, in ms */
async function tellFailure(deps: WorkerDeps, mailbox: Mailbox, error: unknown, failures: number): Promise<number> {
  const { reason, detail } = imapFailureOf(error);
  const [first, last] = PAUSES[reason];
  const pause = Math.min(last, first * 2 ** Math.min(failures - 1, 20)) * (0.8 + Math.random() * 0.4);
  log.warn({ err: error, mailboxId: mailbox.id, reason, failures }, "a mailbox cannot be read");
  if (error instanceof StoringFailed) return pause;
  const at = deps.now();
  const next = { state: "failing", reason, detail, nextAttemptAt: new Date(at.getTime() + pause) } as const;
  await setMailboxState(deps.db, mailbox, at, next).catch((err: unknown) =>
    log.error({ err, mailboxId: mailbox.id }, "a mailbox's state could not be written"),
  );
  return pause;
}
