import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { newId, newSecret } from "@/lib/core/ids";
import { openDatabase, type Database } from "@/lib/db/client";
import { startEmbeddedServer } from "@/lib/db/embedded/server";
import { migrate } from "@/lib/db/migrate";
import { mailboxes, mailboxFolders, messagePlaces } from "@/lib/db/schema";
import { sealSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import { makeCampaign, makeLead, makeMailbox, makeWorkspace } from "@/lib/testing/factories";
import { startMailServers, type MailServers } from "@/lib/testing/mail-servers";
import { openMailReaders, type MailReaders } from "@/lib/worker/mail-readers";
import { runMailboxSync } from "@/lib/worker/mailbox-sync";
import type { Undo } from "../../undo-at-end";
import { generateMail } from "./generate-mail";
import type { BareQuestion } from "./read-bare";

/** Messages a second, by the parser alone and by all that storing one takes, and the second over the first. */
export type IngestResult = { messages: number; megabytes: number; bare: number; whole: number; ratio: number };

const USER = { address: "nia@bench.test", password: "of-the-mail-server" };
const LEADS = 1_000;
/** By then the programs are nearly as quick as they get: the engine compiles for good what was called three thousand times. */
const WARM_UP = 4_000;
/** The worker's turns, each with messages of its own. */
const TURNS = ["first", "second"];
const LIMIT_MS = 600_000;

/**
 * Reads the same messages from the same Dovecot by bare imapflow and postal-mime, and as the worker does (parsed, threaded, sanitised,
 * stored and indexed in a database that syncs to the disk). Each is warm by then: the bare one has read all of it once, the worker
 * other messages of the same kind. The bare one is measured before and after the worker, and all of it once more with other messages,
 * so that a machine whose pace changes favours neither; each runs in a process of its own, beside the mail server and, for the worker,
 * the database.
 */
export async function measureIngest(count: number, undo: Undo, say: (text: string) => void): Promise<IngestResult> {
  const folder = mkdtempSync(path.join(tmpdir(), "threadwell-bench-"));
  chmodSync(folder, 0o755);
  undo.push(async () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, "files"));
  const server = await startEmbeddedServer({ dataDir: path.join(folder, "database"), owner: "npm run bench" });
  undo.push(server.stop);
  const url = server.url("postgres");
  Object.assign(process.env, {
    AUTH_SECRET: newSecret(),
    ENCRYPTION_KEY: newSecret(),
    DATABASE_URL: url,
    DATA_DIR: path.join(folder, "files"),
    LOG_LEVEL: "silent",
  });
  await migrate(url);
  const { db, pool } = openDatabase(url);
  undo.push(() => pool.end());
  const mail = await startMailServers({ users: [USER] });
  undo.push(() => mail.stop());
  process.env.ALLOW_PRIVATE_HOSTS = mail.allow;

  const { mailboxId, leads } = await fill(db, mail);
  const readers = openMailReaders() ?? undefined;
  undo.push(async () => readers?.end());
  const reader = startReading(db, readers);
  undo.push(reader.stop);
  await until(async () => (await stateOf(db, mailboxId)) === "connected");
  const warmUp = generateMail(WARM_UP, "warm", { to: USER.address, leads });
  await mail.place(USER.address, "INBOX", warmUp);
  await until(async () => (await db.$count(messagePlaces)) === warmUp.length);
  await reader.stop();

  let megabytes = 0;
  const readBare = startBare(mail, undo);
  const seconds = { bare: [] as number[], whole: [] as number[] };
  let stored = warmUp.length;
  for (const name of TURNS) {
    const raws = generateMail(count, name, { to: USER.address, leads });
    const size = raws.reduce((sum, { length }) => sum + length, 0) / 1e6;
    megabytes += size / TURNS.length;
    say(`  ${count.toLocaleString("en")} messages, ${size.toFixed(1)} MB`);
    await mail.place(USER.address, "INBOX", raws);
    // Those before lie before them.
    const range = { first: stored + 1, last: stored + count };
    stored += count;
    await readBare(range);
    seconds.bare.push(await readBare(range));
    seconds.whole.push(await readWhole(db, stored, undo, readers));
    seconds.bare.push(await readBare(range));
  }
  const [bare, whole] = [count / meanOf(seconds.bare), count / meanOf(seconds.whole)];
  say(`  imapflow and postal-mime alone: ${bare.toFixed(0)} messages/s`);
  say(`  read, threaded, sanitised, stored, indexed: ${whole.toFixed(0)} messages/s`);
  return { messages: count, megabytes, bare, whole, ratio: whole / bare };
}

async function fill(db: Database, { host, ports }: MailServers) {
  const { id: workspaceId } = await makeWorkspace(db);
  const id = newId();
  const imap = { imapHost: host, imapPort: ports.imap, imapSecurity: "none" as const, imapUser: USER.address };
  const secrets = sealSecrets(id, { imapPassword: USER.password, smtpPassword: "" });
  const mailbox = await makeMailbox(db, { id, workspaceId, address: USER.address, state: "new", ...imap, ...secrets });
  const campaign = await makeCampaign(db, { workspaceId, mailbox });
  const leads: string[] = [];
  for (let at = 0; at < LEADS; at++) {
    const { email } = await makeLead(db, { workspaceId, campaign, email: `lead${at}@customer.test` });
    leads.push(email);
  }
  return { mailboxId: id, leads };
}

function startReading(db: Database, readers?: MailReaders) {
  const ender = new AbortController();
  const ended = runMailboxSync({ db, now: () => new Date(), workerId: newId(), signal: ender.signal, readers });
  return { stop: () => (ender.abort(), ended) };
}

const stateOf = async (db: Database, id: string) =>
  (await db.select({ state: mailboxes.state }).from(mailboxes).where(eq(mailboxes.id, id)))[0]?.state;

/** The first and the last message by number. */
type Range = { first: number; last: number };

/** The bare one, in a process of its own, which asks nothing while nobody asks it. */
function startBare({ host, ports }: MailServers, undo: Undo): (range: Range) => Promise<number> {
  const child = fork("bin/bench/ingest/read-bare.ts", [], { execArgv: ["--import", "tsx"] });
  undo.push(async () => void child.kill());
  const { address: user, password } = USER;
  return async (range) => {
    const ended = new AbortController();
    const failed = once(child, "exit", { signal: ended.signal }).then(() => {
      throw new Error("imapflow and postal-mime alone could not read the messages");
    });
    failed.catch(() => undefined);
    const answer = once(child, "message");
    child.send({ host, port: ports.imap, user, password, ...range } satisfies BareQuestion);
    const [seconds] = (await Promise.race([answer, failed])) as [number];
    ended.abort();
    return seconds;
  };
}

/** @returns seconds from the worker's start until it is written down where the last message lies, behind the message itself */
async function readWhole(db: Database, expected: number, undo: Undo, readers?: MailReaders): Promise<number> {
  const started = performance.now();
  const reader = startReading(db, readers);
  undo.push(reader.stop);
  // UIDs are counted from 1 in a new mailbox, and written down in their order.
  const [inbox] = await db.select().from(mailboxFolders).where(eq(mailboxFolders.role, "inbox"));
  const isLast = and(eq(messagePlaces.folderId, inbox!.id), eq(messagePlaces.uid, expected));
  const last = db.select({ uid: messagePlaces.uid }).from(messagePlaces).where(isLast);
  await until(async () => (await last).length > 0);
  const took = (performance.now() - started) / 1_000;
  await reader.stop();
  // One that was passed over has none.
  if ((await db.$count(messagePlaces)) !== expected) throw new Error("not all messages were stored");
  return took;
}

const meanOf = (numbers: number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

async function until(isDone: () => Promise<boolean>): Promise<void> {
  for (const began = Date.now(); !(await isDone()); await sleep(50))
    if (Date.now() - began > LIMIT_MS) throw new Error("the messages were not all stored in time");
}
