import { log } from "@/lib/core/log";
import type { ImapClient } from "@/lib/mail/imap/client";
import { connectImap } from "@/lib/mail/imap/connect";
import { imapFailureOf } from "@/lib/mail/imap/failure";
import { folderNews } from "@/lib/mail/imap/folder-news";
import { waitForMail } from "@/lib/mail/imap/wait-for-mail";
import type { WorkerDeps } from "./deps";
import type { Bell } from "./mailbox-bell";
import { imapConfigOf } from "./mailbox-imap-config";
import { StoringFailed } from "./mailbox-ingest";
import type { KeptBack } from "./mailbox-kept-back";
import type { Mailbox } from "./mailbox-lease";
import { looksAt } from "./mailbox-look";
import type { Session } from "./mailbox-session";
import { setMailboxState, setSynced } from "./mailbox-state";
import type { Turn, Turns } from "./mailbox-turns";

/** How a mailbox has been doing, through all its connections. */
export type Standing = {
  /** Attempts that failed since a connection last survived. */
  failures: number;
  /** When it was last read in full. */
  wellAt: number | null;
  comparedAt: Map<string, number>;
  /** When a connection last failed. */
  failedAt: number | null;
  keptBack: KeptBack;
  /** The server refused a folder at the last look everywhere. */
  isPartial: boolean;
};
export type ReaderOptions = {
  signal: AbortSignal;
  bell: Bell;
  turns: Turns;
  /** Who is connecting and signing in: many at once would keep a server from answering any. */
  doors: Turns;
  standing: Standing;
  pace: Pace;
  onChange?: (() => void) | undefined;
};

/** Times in ms. */
export type Pace = {
  /** Sent, Junk and all that no server tells are looked at this often; so is a mailbox without a connection of its own. */
  lookEvery: number;
  /** A connection that holds this long forgets the failures before it. */
  survived: number;
  /** A network failure is shown only when nothing could be read for this long: servers restart. */
  grace: number;
  /** A reading leaves off for others after this. */
  turn: number;
  /** The first pause after a sign-in that was refused, which is not tried often, or accounts get locked. */
  refused: number;
};
export const PACE: Pace = { lookEvery: 30_000, survived: 60_000, grace: 60_000, turn: 10_000, refused: 15_000 };

/** Pauses after a failure double from the first, which for `auth` is the pace's, to the last. */
const PAUSES = {
  auth: [null, 900_000],
  tls: [5_000, 300_000],
  name: [5_000, 300_000],
  network: [1_000, 60_000],
} as const;

/** Reads one mailbox, on one connection at a time, until the signal, through all failures, without ever throwing. */
export async function readMailbox(deps: WorkerDeps, mailbox: Mailbox, options: ReaderOptions): Promise<void> {
  const { signal, bell, turns, pace, standing } = options;
  let isUrgent = false;
  while (!signal.aborted) {
    const turn = await turns.take(mailbox.imapHost ?? "", { signal, isUrgent });
    if (!turn) return;
    let pause: number;
    try {
      await serve(deps, mailbox, turn, options);
      // It gave its connection away well: that is no failure, and its next turn comes.
      standing.failures = 0;
      pause = jittered(pace.lookEvery);
    } catch (error) {
      turn.end();
      if (signal.aborted) return;
      standing.failures++;
      standing.failedAt = Date.now();
      pause = await tellFailure(deps, mailbox, error, options);
    } finally {
      turn.end();
    }
    isUrgent = await bell.sleep(pause, signal);
  }
}

/** Connects, then looks and waits by turns, until somebody else needs the connection. */
async function serve(deps: WorkerDeps, mailbox: Mailbox, turn: Turn, options: ReaderOptions): Promise<void> {
  const { signal, bell, onChange, pace, standing } = options;
  const client = await enter(deps, mailbox, options);
  const connectedAt = Date.now();
  const isTurnOver = () => Date.now() - connectedAt >= pace.turn && turn.isWanted();
  const { comparedAt, failedAt, keptBack } = standing;
  const session: Session = { deps, mailbox, client, signal, isTurnOver, comparedAt, failedAt, keptBack };
  const news = folderNews(client);
  const { look } = looksAt(session);
  let everywhereAt = 0;
  let isLeaving = false;
  try {
    while (!isLeaving) {
      signal.throwIfAborted();
      turn.busy();
      const startedAt = deps.now();
      const isEverywhere = bell.answer() || Date.now() >= everywhereAt;
      const wasNews = news.hasNews();
      news.begin();
      const { stored, isWhole, leftOut } = await look(isEverywhere);
      if (stored > 0) onChange?.();
      if (!isWhole) break;
      if (isEverywhere) everywhereAt = Date.now() + pace.lookEvery;
      news.end(stored > 0, wasNews);
      if (isEverywhere) standing.isPartial = leftOut;
      // An answer may lie in Junk: who waits for one to be stored is told of looks that left out nothing.
      if (isEverywhere && !leftOut) await setSynced(deps.db, mailbox.id, startedAt);
      await tellWell(deps, mailbox, startedAt, standing);
      if (Date.now() - connectedAt >= pace.survived) standing.failures = 0;
      await waitForMail(client, {
        timeoutMs: Math.max(0, everywhereAt - Date.now()),
        onWaiting(wake) {
          bell.onRing(wake);
          news.onNews(wake);
          turn.idle(() => {
            isLeaving = true;
            wake();
          });
        },
      });
    }
    await client.logout().catch(() => undefined);
  } finally {
    client.close();
  }
}

async function enter(deps: WorkerDeps, mailbox: Mailbox, { doors, signal }: ReaderOptions): Promise<ImapClient> {
  // What a provider has to be asked for first is asked before others are kept waiting.
  const config = await imapConfigOf(deps, mailbox);
  const door = await doors.take(mailbox.imapHost ?? "", { signal });
  try {
    return await connectImap(config, { signal });
  } finally {
    door?.end();
  }
}

async function tellWell(deps: WorkerDeps, mailbox: Mailbox, startedAt: Date, standing: Standing): Promise<void> {
  await setMailboxState(deps.db, mailbox, startedAt, { state: "connected" });
  standing.wellAt = Date.now();
}

/** Writes down why a mailbox cannot be read. @returns how long to wait before the next attempt, in ms */
async function tellFailure(
  deps: WorkerDeps,
  mailbox: Mailbox,
  error: unknown,
  { standing: { failures, wellAt }, pace }: ReaderOptions,
): Promise<number> {
  const { reason, detail } = imapFailureOf(error);
  const [first, last] = PAUSES[reason];
  const pause = jittered(Math.min(last, (first ?? pace.refused) * 2 ** Math.min(failures - 1, 20)));
  log.warn({ err: error, mailboxId: mailbox.id, reason, failures }, "a mailbox cannot be read");
  if (error instanceof StoringFailed) return pause;
  if (reason === "network" && wellAt !== null && Date.now() - wellAt < pace.grace) return pause;
  const at = deps.now();
  const next = { state: "failing", reason, detail, nextAttemptAt: new Date(at.getTime() + pause) } as const;
  await setMailboxState(deps.db, mailbox, at, next).catch((err: unknown) =>
    log.error({ err, mailboxId: mailbox.id }, "a mailbox's state could not be written"),
  );
  return pause;
}

/** Many that failed together do not come back together. */
const jittered = (ms: number): number => ms * (0.8 + Math.random() * 0.4);
