import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contextOf, makeWorld } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listThreads } from "../threads/list-threads";
import { ingestMessage } from "./ingest-message";
import { readIncoming } from "./read-incoming";
import { storeIncoming } from "./store-incoming";

const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-words-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = () => new Date();
/** How many pages of words were still put aside. */
const putAside = async (): Promise<number> => {
  const { rows } = await database.db.execute<{ pages: string }>(
    sql`select gin_clean_pending_list('messages_search'::regclass) as pages`,
  );
  return Number(rows[0]!.pages);
};

test("words are found whether they were put aside or not, and a batch leaves none aside", async () => {
  const { db } = database;
  const { workspaceId, mailbox, lead, member } = await makeWorld(db);
  const inputOf = (text: string) => ({
    workspaceId,
    mailboxId: mailbox.id,
    raw: rawMail({ from: lead.email, to: mailbox.address, subject: "Words", body: text }),
    source: "inbox" as const,
  });
  const found = async (q: string) => (await listThreads(contextOf(member, db), { q })).rows.length;
  await putAside();

  await ingestMessage({ db, now }, inputOf("the numbat by itself"));
  expect(await found("numbat")).toBe(1);

  const batch = await readIncoming({ db, now }, ["the quokka", "the bilby"].map(inputOf));
  await storeIncoming({ db, now }, batch);
  expect(await putAside()).toBe(0);
  expect([await found("numbat"), await found("quokka"), await found("bilby")]).toEqual([1, 1, 1]);
});

test("what is stored by itself is put aside", async () => {
  const { db } = database;
  const { workspaceId, mailbox, lead } = await makeWorld(db);
  const raw = rawMail({ from: lead.email, to: mailbox.address, subject: "Words", body: "the wombat" });
  await putAside();
  await ingestMessage({ db, now }, { workspaceId, mailboxId: mailbox.id, raw, source: "inbox" });

  expect(await putAside()).toBeGreaterThan(0);
});

test("sources are kept as they came, and not tried to be compressed", async () => {
  const { db } = database;
  const { workspaceId, mailbox, lead } = await makeWorld(db);
  const raw = rawMail({
    from: lead.email,
    to: mailbox.address,
    subject: "Long",
    body: "the same again ".repeat(2_000),
  });
  const { messageId } = await ingestMessage({ db, now }, { workspaceId, mailboxId: mailbox.id, raw, source: "inbox" });
  const { rows } = await db.execute<{ size: string; raw: Buffer }>(
    sql`select pg_column_size(raw) as size, raw from message_sources where message_id = ${messageId}`,
  );
  expect(Number(rows[0]!.size)).toBe(raw.length);
  expect(rows[0]!.raw.equals(raw)).toBe(true);
});
