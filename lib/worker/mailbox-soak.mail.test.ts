import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { encrypt } from "@/lib/core/secrets";
import { events, mailboxes, mailboxFolders, messagePlaces, messages } from "@/lib/db/schema";
import { makeLead, makeMailbox, makeWorkspace } from "@/lib/testing/factories";
import { mailServersMissing, startMailServers, type MailServers } from "@/lib/testing/mail-servers";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { runMailboxSync } from "./mailbox-sync";

/** `npm run soak` sets these higher. */
const MAILBOXES = Number(process.env.SOAK_MAILBOXES ?? 3);
const MESSAGES = Number(process.env.SOAK_MESSAGES ?? 60);
const OUTAGE = Number(process.env.SOAK_OUTAGE ?? 12);

const missing = mailServersMissing();
const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-soak-"));
const now = () => new Date();
type Folder = "INBOX" | "Sent" | "Junk";
type Box = { id: string; address: string; delivered: { id: string; folder: Folder }[]; ignored: string[] };

describe.skipIf(missing !== null)(`a server that misbehaves${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let servers: MailServers;
  const users = Array.from({ length: MAILBOXES }, (_, at) => ({
    address: `box${at}@acme.test`,
    password: `pass-${at}`,
  }));
  const boxes: Box[] = [];
  const stop = new AbortController();
  let ended: Promise<void> = Promise.resolve();
  let counter = 0;

  beforeAll(async () => {
    servers = await startMailServers({ users });
    process.env.ALLOW_PRIVATE_HOSTS = servers.allow;
    process.env.DATA_DIR = folder;
    const { id: workspaceId } = await makeWorkspace(database.db);
    await makeLead(database.db, { workspaceId, email: "lea@lead.test" });
    for (const { address, password } of users) {
      const id = newId();
      const imap = { imapHost: servers.host, imapPort: servers.ports.imap, imapSecurity: "none" as const };
      const secret = { imapUser: address, imapPassword: encrypt(password, `mailbox:${id}:imap`) };
      await makeMailbox(database.db, { id, workspaceId, address, state: "new", ...imap, ...secret });
      boxes.push({ id, address, delivered: [], ignored: [] });
    }
  });
  afterAll(async () => {
    stop.abort();
    await ended;
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Mail for every mailbox in turn: mostly to INBOX, each tenth written from another program, some that landed in Junk. */
  async function deliver(count: number): Promise<void> {
    for (const [at, box] of boxes.entries()) {
      const share = Math.floor(count / MAILBOXES) + (at < count % MAILBOXES ? 1 : 0);
      const raws: Record<Folder, Buffer[]> = { INBOX: [], Sent: [], Junk: [] };
      for (let n = 0; n < share; n++) {
        const id = `m${++counter}@soak.test`;
        const kind: Folder = counter % 10 === 3 ? "Sent" : counter % 10 === 7 ? "Junk" : "INBOX";
        const from =
          kind === "Sent" ? box.address : kind === "Junk" ? "Lea <lea@lead.test>" : `p${counter % 40}@b.test`;
        const to = kind === "Sent" ? `p${counter % 40}@b.test` : box.address;
        raws[kind].push(rawMail({ from, to, subject: `Message ${counter}`, messageId: id }));
        box.delivered.push({ id, folder: kind });
      }
      const spam = `spam${++counter}@soak.test`;
      raws.Junk.push(rawMail({ from: "win@casino.test", to: box.address, subject: "Win", messageId: spam }));
      box.ignored.push(spam);
      for (const name of ["INBOX", "Sent", "Junk"] as const) await servers.place(box.address, name, raws[name]);
    }
  }

  const storedOf = async (box: Box) =>
    (await database.db.select({ id: messages.messageId }).from(messages).where(eq(messages.mailboxId, box.id))).map(
      ({ id }) => id,
    );
  const missingOf = async (box: Box) => {
    const stored = new Set(await storedOf(box));
    return box.delivered.filter(({ id }) => !stored.has(id));
  };
  async function until(isDone: () => Promise<boolean>, within: number): Promise<void> {
    for (const began = Date.now(); !(await isDone()); await sleep(200)) if (Date.now() - began > within) return;
  }
  const allStored = async () => {
    for (const box of boxes) if ((await missingOf(box)).length > 0) return false;
    return true;
  };

  /** What lies on the server now against what we say lies there. */
  async function placesOf(box: Box): Promise<{ there: string[]; known: string[] }> {
    const there: string[] = [];
    const folders = "mailbox INBOX OR mailbox Sent OR mailbox Junk".split(" ");
    const fields = "mailbox uid hdr.message-id";
    const { stdout } = await servers.doveadm("-f", "tab", "fetch", "-u", box.address, fields, ...folders);
    for (const line of stdout.trim().split("\n").slice(1)) {
      const [name, uid, id = ""] = line.split("\t");
      const bare = id.replace(/[<>]/g, "");
      if (!box.ignored.includes(bare)) there.push(`${name} ${uid} ${bare}`);
    }
    const rows = await database.db
      .select({ name: mailboxFolders.path, uid: messagePlaces.uid, id: messages.messageId })
      .from(messagePlaces)
      .innerJoin(mailboxFolders, eq(mailboxFolders.id, messagePlaces.folderId))
      .innerJoin(messages, eq(messages.id, messagePlaces.messageId))
      .where(eq(mailboxFolders.mailboxId, box.id));
    return { there: there.toSorted(), known: rows.map(({ name, uid, id }) => `${name} ${uid} ${id}`).toSorted() };
  }
  const placesHold = async () => {
    for (const box of boxes) {
      const { there, known } = await placesOf(box);
      if (there.join() !== known.join()) return false;
    }
    return true;
  };

  /** Dovecot may rebuild the index of a mailbox for the reader at the same moment: what it refused for that alone is asked again. */
  const doveadm = async (box: Box, ...[command, ...args]: [string, ...string[]]) => {
    for (let tries = 1; ; tries++) {
      const failed = await servers.doveadm(command, "-u", box.address, ...args).then(
        () => null,
        (error: Error) => error,
      );
      if (!failed) return;
      if (tries === 5 || !failed.message.includes("deleted under us")) throw failed;
      await sleep(500);
    }
  };

  test(
    `${MAILBOXES} mailboxes and ${MESSAGES} messages: after a kill, a change of UIDVALIDITY, expunges and moves all are stored once`,
    { timeout: 120_000 + MESSAGES * 200 },
    async () => {
      const within = 30_000 + MESSAGES * 60;
      const part = Math.floor((MESSAGES - OUTAGE) / 3);
      await deliver(part);
      const pace = { lookEvery: 2_000 };
      ended = runMailboxSync({ db: database.db, now, workerId: newId(), signal: stop.signal, pace });
      await until(allStored, within);
      expect(await allStored()).toBe(true);
      const settled = boxes.map((box) => box.delivered.filter((each) => each.folder === "INBOX").map(({ id }) => id));

      // Dies while mail comes in and is read.
      await deliver(part);
      await servers.stopImap("SIGKILL");
      await deliver(OUTAGE);
      for (const [at, box] of boxes.entries()) if (at % 3 === 0) await servers.forgetUids(box.address, "INBOX");
      for (const [at, box] of boxes.entries()) if (at % 3 === 1) await servers.forgetUids(box.address, "Junk");
      await servers.startImap();

      for (const [at, box] of boxes.entries()) {
        const ids = settled[at]!;
        for (const id of ids.slice(0, 2)) await doveadm(box, "expunge", "mailbox", "INBOX", "header", "message-id", id);
        for (const id of ids.slice(2, 4))
          await doveadm(box, "move", "Archive", "mailbox", "INBOX", "header", "message-id", id);
        for (const id of ids.slice(4, 5))
          await doveadm(box, "move", "Junk", "mailbox", "INBOX", "header", "message-id", id);
        if (at % 3 === 2)
          await servers.doveadm("mailbox", "update", "-u", box.address, "--uid-validity", String(90_000 + at), "INBOX");
      }
      await deliver(MESSAGES - OUTAGE - 2 * part);
      await until(async () => (await allStored()) && (await placesHold()), within);

      await report();
      for (const box of boxes) {
        expect(await missingOf(box)).toEqual([]);
        const { there, known } = await placesOf(box);
        expect(known).toEqual(there);
      }
      const told = await database.db
        .select()
        .from(events)
        .where(inArray(events.kind, ["mailbox.failing", "message.skipped"]));
      expect(told).toEqual([]);
      const states = await database.db.select({ state: mailboxes.state }).from(mailboxes);
      expect(new Set(states.map(({ state }) => state))).toEqual(new Set(["connected"]));
    },
  );

  /** Counts: what the server ever had against what is stored. */
  async function report(): Promise<void> {
    const lines: string[] = [];
    const sum = { delivered: 0, stored: 0, doubled: 0, missing: 0, noise: 0 };
    for (const box of boxes) {
      const stored = await storedOf(box);
      const bySubject = await database.db
        .select({ count: sql<number>`count(*)::int` })
        .from(messages)
        .where(eq(messages.mailboxId, box.id))
        .groupBy(messages.subject);
      const own = {
        delivered: box.delivered.length,
        stored: stored.length,
        doubled: bySubject.reduce((total, { count }) => total + count - 1, 0),
        missing: (await missingOf(box)).length,
        noise: stored.filter((id) => box.ignored.includes(id)).length,
      };
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += own[key];
      lines.push(lineOf(box.address, own));
    }
    process.stdout.write(`\n${[...lines, lineOf("all", sum)].join("\n")}\n`);
    expect(sum).toMatchObject({ delivered: MESSAGES, stored: MESSAGES, doubled: 0, missing: 0, noise: 0 });
  }
  const lineOf = (name: string, of: Record<string, number>) =>
    `${name}: ${of.delivered} delivered, ${of.stored} stored, ${of.doubled} doubled, ${of.missing} missing, ${of.noise} of strangers' junk stored`;
});
