import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { messages } from "@/lib/db/schema";
import { makeWorld, type World } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { readIncoming } from "./read-incoming";
import { storeIncoming } from "./store-incoming";

const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-statements-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

/** How many statements storing so many messages as one batch takes. */
async function statementsFor(
  count: number,
  from: (index: number) => string,
  more: Pick<Parameters<typeof rawMail>[0], "headers" | "body"> = {},
): Promise<number> {
  const deps = { db: database.db, now: () => new Date() };
  const inputs = Array.from({ length: count }, (_each, index) => ({
    workspaceId: world.workspaceId,
    mailboxId: world.mailbox.id,
    raw: rawMail({ from: from(index), to: world.mailbox.address, subject: `One of ${count}: ${index}`, ...more }),
    source: "inbox" as const,
  }));
  const incoming = await readIncoming(deps, inputs);
  const before = await database.db.$count(messages);
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await storeIncoming(deps, incoming);
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
    expect((await database.db.$count(messages)) - before).toBe(count);
  }
}

test("a batch of strangers' mail takes as many statements as a few of them do", async () => {
  const stranger = (index: number) => `s${index}.${crypto.randomUUID()}@strangers.test`;
  await statementsFor(5, stranger);

  expect(await statementsFor(40, stranger)).toBe(await statementsFor(5, stranger));
});

test("a batch of a lead's mail takes as many statements as a few messages do", async () => {
  const lead = () => world.lead.email;
  await statementsFor(5, lead);

  expect(await statementsFor(40, lead)).toBe(await statementsFor(5, lead));
});

test("a batch of what machines write, and of orders not to write any more, takes as many statements as a few of them do", async () => {
  const stranger = (index: number) => `s${index}.${crypto.randomUUID()}@strangers.test`;
  const automatic = { headers: ["Auto-Submitted: auto-replied"] };
  await statementsFor(5, stranger, automatic);
  expect(await statementsFor(40, stranger, automatic)).toBe(await statementsFor(5, stranger, automatic));

  const optOut = { body: "Please remove me from your list." };
  await statementsFor(5, () => world.lead.email, optOut);
  const lead = () => world.lead.email;
  expect(await statementsFor(40, lead, optOut)).toBe(await statementsFor(5, lead, optOut));
});

test.each([
  [true, 1],
  [false, 0],
])("a batch waits for the disk unless it is read again: %s", async (isReadAgain, times) => {
  const deps = { db: database.db, now: () => new Date() };
  const raw = rawMail({ from: world.lead.email, to: world.mailbox.address });
  const { workspaceId, mailbox } = world;
  const incoming = await readIncoming(deps, [{ workspaceId, mailboxId: mailbox.id, raw, source: "inbox" }]);
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await storeIncoming(deps, incoming, { isReadAgain });
    const sent = query.mock.calls.map(([config]) => JSON.stringify(config));
    expect(sent.filter((text) => text.includes("'synchronous_commit', 'off'"))).toHaveLength(times);
  } finally {
    query.mockRestore();
  }
});
