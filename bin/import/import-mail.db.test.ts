import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { events, mailboxes, messages } from "@/lib/db/schema";
import { sealSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import { contextOf, makeWorld } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { findActor } from "./find-actor";
import { importMailFiles, importPastMail } from "./import-mail";

const database = testDatabase();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "threadwell-import-"));
  mkdirSync(path.join(folder, "box/cur"), { recursive: true });
  mkdirSync(path.join(folder, "box/new"));
  const mail = (name: string) => rawMail({ from: "ana@lead.test", messageId: `${name}@files.test` });
  writeFileSync(path.join(folder, "box/cur/1:2,S"), mail("maildir"));
  writeFileSync(path.join(folder, "one.eml"), mail("eml"));
  const separator = "From ana@lead.test Thu Nov 19 09:10:00 2026\n";
  writeFileSync(
    path.join(folder, "all.mbox"),
    `${separator}${mail("a").toString()}\n${separator}${mail("b").toString()}`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("mbox, single messages and Maildir come into the named mailbox once, and the counts are told", async () => {
  const world = await makeWorld(database.db);
  const context = contextOf(world.admin, database.db);
  const said: string[] = [];
  const { signal } = new AbortController();
  const run = (mailbox: string) =>
    importMailFiles(
      context,
      { path: folder, mailbox },
      { progress: (line) => void said.push(line), result: (line) => void said.push(line), signal },
    );

  const results = [
    await run(world.mailbox.address),
    await run(world.mailbox.address.toUpperCase()),
    await run("who@acme.test"),
  ];

  expect(results).toEqual([true, true, false]);
  expect(said).toEqual([
    "4 messages read: 4 new, 0 there already, 0 not stored.",
    "4 messages read: 0 new, 4 there already, 0 not stored.",
    "No mailbox here has the address who@acme.test.",
  ]);
  const rows = await database.db.select().from(messages).where(eq(messages.fromAddress, "ana@lead.test"));
  expect(rows.map(({ messageId }) => messageId).toSorted()).toEqual(
    ["a", "b", "eml", "maildir"].map((name) => `${name}@files.test`),
  );
  expect(rows.every(({ mailboxId, readAt }) => mailboxId === world.mailbox.id && readAt !== null)).toBe(true);
  const history = await database.db.select().from(events).where(eq(events.workspaceId, world.workspaceId));
  expect(history.filter(({ kind }) => kind === "import.mail")).toHaveLength(2);
});

test("a file without a byte is told and stored nowhere, and the others come in", async () => {
  const world = await makeWorld(database.db);
  const empty = path.join(folder, "empty");
  mkdirSync(empty);
  writeFileSync(path.join(empty, "1.eml"), "");
  writeFileSync(path.join(empty, "2.eml"), rawMail({ from: "bo@lead.test", messageId: "beside@files.test" }));
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const { signal } = new AbortController();

  const isWhole = await importMailFiles(
    contextOf(world.admin, database.db),
    { path: empty, mailbox: world.mailbox.address },
    { progress: say, result: say, signal },
  );

  expect(isWhole).toBe(false);
  expect(said).toEqual(["1.eml: not stored (it is empty).", "2 messages read: 1 new, 0 there already, 1 not stored."]);
});

test("past mail of a server that cannot be reached is refused in words", async () => {
  const world = await makeWorld(database.db);
  const { id } = world.mailbox;
  const imap = { imapHost: "imap.nowhere.invalid", imapPort: 993, imapSecurity: "tls", imapUser: "sam" } as const;
  const secrets = sealSecrets(id, { imapPassword: "secret", smtpPassword: "" });
  await database.db
    .update(mailboxes)
    .set({ engine: "smtp", ...imap, ...secrets })
    .where(eq(mailboxes.id, id));
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const { signal } = new AbortController();

  const isRead = await importPastMail(
    contextOf(world.admin, database.db),
    { days: 3, mailbox: world.mailbox.address },
    { progress: say, result: say, signal },
  );

  expect(isRead).toBe(false);
  expect(said[0]).toMatch(/^The mailbox cannot be read\. Not a usable server name\. \S.+ \S+/);
});

test("it acts as the first admin of the team", async () => {
  const actor = await findActor(database.db);

  expect(actor).toMatchObject({ role: "admin", name: "Ada Voss" });
});
