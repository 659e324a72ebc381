import { writeFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, describe, test } from "vitest";
import { mailboxes, messages } from "@/lib/db/schema";
import { sealSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import { makeMailbox, makeWorkspace } from "@/lib/testing/factories";
import { mailServersMissing, startMailServers, type MailServers } from "@/lib/testing/mail-servers";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { readPastMail } from "./read-past-mail";

const missing = mailServersMissing();
const database = testDatabase();
const SAM = { address: "sam@acme.test", password: "pass-sam" };
const OLD = new Date(Date.now() - 50 * 86_400_000);

describe.skipIf(missing !== null)(`past mail of a server${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let servers: MailServers;
  beforeAll(async () => {
    servers = await startMailServers({ users: [SAM] });
    process.env.ALLOW_PRIVATE_HOSTS = servers.allow;
    await save("Sent", "first", { from: SAM.address, to: "ana@lead.test" });
    for (const n of [1, 2, 3])
      await save("INBOX", `answer-${n}`, { from: "ana@lead.test", to: SAM.address, inReplyTo: "first@past.test" });
  });
  afterAll(() => servers.stop());

  async function save(folder: string, name: string, letter: { from: string; to: string; inReplyTo?: string }) {
    const file = path.join(tmpdir(), `threadwell-past-${process.pid}-${name}.eml`);
    await writeFile(file, rawMail({ ...letter, messageId: `${name}@past.test`, date: OLD }));
    await servers.doveadm("save", "-u", SAM.address, "-m", folder, file);
    await rm(file);
  }

  async function mailboxOnServer() {
    const { id: workspaceId } = await makeWorkspace(database.db);
    const { host, ports } = servers;
    const { id } = await makeMailbox(database.db, {
      workspaceId,
      address: SAM.address,
      imapHost: host,
      imapPort: ports.imap,
      imapSecurity: "none",
      imapUser: SAM.address,
    });
    const secrets = sealSecrets(id, { imapPassword: SAM.password, smtpPassword: "" });
    const [row] = await database.db.update(mailboxes).set(secrets).where(eq(mailboxes.id, id)).returning();
    return row!;
  }
  const deps = { db: database.db, now: () => new Date() };
  const read = (mailbox: Awaited<ReturnType<typeof mailboxOnServer>>, signal = new AbortController().signal) =>
    readPastMail({ ...deps, db: database.db }, mailbox, { days: 60, signal });

  test("comes in once, as one thread of whoever was written to, read and done", async () => {
    const mailbox = await mailboxOnServer();

    const first = await read(mailbox);
    const second = await read(mailbox);

    expect(first).toEqual({ read: 4, added: 4, known: 0, failed: 0 });
    expect(second).toEqual({ read: 4, added: 0, known: 4, failed: 0 });
    const rows = await database.db.select().from(messages).where(eq(messages.mailboxId, mailbox.id));
    expect(new Set(rows.map(({ threadId }) => threadId)).size).toBe(1);
    expect(rows.map(({ direction }) => direction).toSorted()).toEqual(["in", "in", "in", "out"]);
    expect(rows.every(({ readAt }) => readAt !== null)).toBe(true);
  });

  test("may be stopped in the middle and begun again", async () => {
    const mailbox = await mailboxOnServer();
    const stop = new AbortController();

    await expect(
      readPastMail({ ...deps, db: database.db }, mailbox, {
        days: 60,
        signal: stop.signal,
        onProgress: () => stop.abort(),
      }),
    ).rejects.toThrow();
    const begun = await database.db.$count(messages, eq(messages.mailboxId, mailbox.id));
    const rest = await read(mailbox);

    expect(begun).toBe(1);
    expect(rest).toEqual({ read: 4, added: 3, known: 1, failed: 0 });
  });
});
