import { fork, type ChildProcess } from "node:child_process";
import { count, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { mailboxes, mailboxFolders, messagePlaces, messages, messageSources, threads } from "@/lib/db/schema";
import { seeded } from "@/lib/sandbox/random";
import type { MailboxRow } from "@/lib/testing/factories";
import { mailServersMissing } from "@/lib/testing/mail-servers";
import { LEAD, until, useMailWorld } from "@/lib/testing/mail-world";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { workerProcess } from "@/lib/testing/worker-program";

const missing = mailServersMissing();
const database = testDatabase();
const USER = { address: "one@acme.test", password: "pw" };
const MESSAGES = 30;
/** What is being written when the worker dies: the rows, what goes with them, and after their commit how far the folder was read. */
type Table = "messages" | "message_sources" | "message_places";
/** The first of them dies in the first reading of the folder, the others where it was read before. */
const DEATHS: Table[] = ["message_places", "messages", "message_sources", "message_places"];
const LOCK = 4_711;
const PATIENCE_MS = 60_000;
/** Eight workers are started. */
const TIMEOUT_MS = 400_000;

describe.skipIf(missing !== null)(`workers killed while they store${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const { world, connect, stored } = useMailWorld(database, [USER]);
  let worker: ChildProcess | null = null;
  afterEach(() => void worker?.kill("SIGKILL"));
  afterAll(() => database.db.execute(sql`drop function if exists stall cascade`));

  function startWorker(): void {
    const env = { ...process.env, SANDBOX: "off", LOG_LEVEL: "silent" };
    worker = fork(workerProcess(), ["1500", "250"], { env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  }

  async function kill(box: MailboxRow): Promise<void> {
    const gone = new Promise((resolve) => worker!.once("exit", resolve));
    worker!.kill("SIGKILL");
    await gone;
    // Nobody wants to wait until its lease has run out.
    await database.db.update(mailboxes).set({ leaseUntil: null }).where(eq(mailboxes.id, box.id));
  }

  /** Holds whoever writes a table's row after so many others, in the middle of its statement. @returns what lets go */
  async function stallAt(table: Table, rows: number): Promise<() => Promise<void>> {
    const holder = await database.pool.connect();
    await holder.query("select pg_advisory_lock($1)", [LOCK]);
    await database.db.execute(
      sql.raw(`create or replace function stall() returns trigger language plpgsql as $$ begin
        if (select count(*) from ${table}) >= ${rows} then
          while not pg_try_advisory_xact_lock_shared(${LOCK}) loop perform pg_sleep(0.02); end loop;
        end if;
        return new; end $$`),
    );
    await database.db.execute(
      sql.raw(`create trigger stall before insert on ${table} for each row execute function stall()`),
    );
    return async () => {
      await holder.query("select pg_advisory_unlock($1)", [LOCK]);
      holder.release();
      await until(async () => !(await isStalled()), PATIENCE_MS);
      await database.db.execute(sql.raw(`drop trigger stall on ${table}`));
    };
  }

  async function isStalled(): Promise<boolean> {
    const { rows } = await database.db.execute(
      sql`select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
    );
    return rows.length > 0;
  }

  const countOf = async (table: typeof messages | typeof messageSources | typeof messagePlaces) =>
    (await database.db.select({ rows: count() }).from(table))[0]!.rows;

  /** Answers, answers to answers, absence notes and strangers, so that a batch is written in several goes. */
  async function deliver(box: MailboxRow, part: number): Promise<string[]> {
    const random = seeded(`killed ${part}`);
    const ids = Array.from({ length: MESSAGES }, (_, at) => `k${part}.${at}@lead.test`);
    const raws = ids.map((messageId, at) => {
      const from = random.chance(0.7) ? LEAD : `stranger${at}@else.test`;
      const inReplyTo = at > 0 && random.chance(0.4) ? ids[random.int(0, at - 1)]! : undefined;
      const headers = random.chance(0.15) ? ["Auto-Submitted: auto-replied"] : [];
      return rawMail({
        from,
        to: box.address,
        messageId,
        subject: "Killed",
        headers,
        ...(inReplyTo ? { inReplyTo } : {}),
      });
    });
    await world.servers.place(box.address, "INBOX", raws);
    return ids;
  }

  test(
    "at whatever step a worker dies, the next one stores every message once, with its source, its place and its thread's count",
    { timeout: TIMEOUT_MS },
    async () => {
      const box = await connect(USER);
      const random = seeded("kills");
      const delivered: string[] = [];
      for (const [part, name] of DEATHS.entries()) {
        const table = { messages, message_sources: messageSources, message_places: messagePlaces }[name];
        delivered.push(...(await deliver(box, part)));
        const before = await countOf(messages);
        const letGo = await stallAt(name, (await countOf(table)) + random.int(1, MESSAGES - 1));
        startWorker();
        await until(isStalled, PATIENCE_MS);
        await kill(box);
        await letGo();

        // A batch is there whole or not at all.
        expect([before, before + MESSAGES]).toContain(await countOf(messages));
        expect(await countOf(messageSources)).toBe(await countOf(messages));
        startWorker();
        await until(async () => (await countOf(messagePlaces)) === delivered.length, PATIENCE_MS);
        await kill(box);
      }

      const rows = await stored(box, "Killed");
      expect(rows.map(({ messageId }) => messageId).toSorted()).toEqual(delivered.toSorted());
      expect(await countOf(messageSources)).toBe(delivered.length);
      const placed = await database.db
        .select({ id: messagePlaces.messageId, lastUid: mailboxFolders.lastUid })
        .from(messagePlaces)
        .innerJoin(mailboxFolders, eq(mailboxFolders.id, messagePlaces.folderId));
      expect(new Set(placed.map(({ id }) => id)).size).toBe(delivered.length);
      expect(new Set(placed.map(({ lastUid }) => lastUid))).toEqual(new Set([delivered.length]));
      const counted = await database.db
        .select({ said: threads.messageCount, held: count() })
        .from(threads)
        .innerJoin(messages, eq(messages.threadId, threads.id))
        .groupBy(threads.id);
      expect(counted.filter(({ said, held }) => said !== held)).toEqual([]);
    },
  );
});
