import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encrypt } from "@/lib/core/secrets";
import { mailboxes, replies } from "@/lib/db/schema";
import { makeWorld } from "@/lib/testing/factories";
import { mailServersMissing, startMailServers, type MailServers } from "@/lib/testing/mail-servers";
import { until } from "@/lib/testing/mail-world";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { fileSentCopy } from "./file-sent-copy";
import { sendReply } from "./send-reply";

const missing = mailServersMissing();
const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-file-"));
const [SAM, ANA, BOSS] = ["sam", "ana", "boss"].map((name) => ({
  address: `${name}@acme.test`,
  password: `pw-${name}`,
}));

describe.skipIf(missing !== null)(`filing the Sent copy${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let servers: MailServers;
  beforeAll(async () => {
    servers = await startMailServers({ users: [SAM!, ANA!, BOSS!] });
    process.env.ALLOW_PRIVATE_HOSTS = servers.allow;
    process.env.DATA_DIR = folder;
  });
  afterAll(async () => {
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const deps = () => ({ db: test_.db, now: () => new Date() });
  const rowOf = async (id: string) => (await test_.db.select().from(replies).where(eq(replies.id, id)))[0]!;

  /** What lies in a user's folder once there is as much as expected. */
  async function settled(address: string, name: "INBOX" | "Sent", expected: number): Promise<string[]> {
    for (const since = Date.now(); Date.now() - since < 45_000; await sleep(50)) {
      const found = await servers.readFolder(address, name);
      if (found.length >= expected) return found.map(String);
    }
    throw new Error(`nothing came to ${address}`);
  }

  async function readyReply(own: Partial<typeof mailboxes.$inferInsert> = {}) {
    const world = await makeWorld(test_.db);
    const { id } = world.mailbox;
    const { host, ports } = servers;
    const imap = { imapHost: host, imapPort: ports.imap, imapSecurity: "none" as const, imapUser: SAM!.address };
    const smtp = { smtpHost: host, smtpPort: ports.submission, smtpSecurity: "none" as const, smtpUser: SAM!.address };
    const passwords = {
      imapPassword: encrypt(SAM!.password, `mailbox:${id}:imap`),
      smtpPassword: encrypt(SAM!.password, `mailbox:${id}:smtp`),
    };
    const values = { address: SAM!.address, ...imap, ...smtp, ...passwords, ...own };
    await test_.db.update(mailboxes).set(values).where(eq(mailboxes.id, id));
    const to = [{ name: "Ana", address: ANA!.address }];
    return makeReply(test_.db, world, { to, bcc: [{ name: "", address: BOSS!.address }] });
  }

  test("only the copy is tried again when it fails: the mail left once, and one copy lies in Sent", async () => {
    const { id: replyId } = await readyReply();
    await sendReply(deps(), { replyId });
    // Dovecot delivers as well: it goes down only when the mail is there.
    const [atAna] = await settled(ANA!.address, "INBOX", 1);
    const [atBoss] = await settled(BOSS!.address, "INBOX", 1);
    await servers.stopImap();

    await expect(fileSentCopy(deps(), { replyId })).rejects.toThrow();
    expect(await rowOf(replyId)).toMatchObject({ status: "sent", filedAt: null, sentMessageId: expect.any(String) });

    await servers.startImap();
    // Two workers at once, and one more afterwards.
    await Promise.allSettled([fileSentCopy(deps(), { replyId }), fileSentCopy(deps(), { replyId })]);
    await fileSentCopy(deps(), { replyId });

    expect(await rowOf(replyId)).toMatchObject({ status: "sent", filedAt: expect.any(Date), attempts: 1 });
    const { messageId } = await rowOf(replyId);
    const [copy] = await settled(SAM!.address, "Sent", 1);
    expect(copy).toContain(`<${messageId}>`);
    expect(await servers.readFolder(SAM!.address, "Sent")).toHaveLength(1);
    for (const received of [atAna, atBoss]) expect(received).toContain(`<${messageId}>`);
    expect(atAna).not.toContain(BOSS!.address);
    expect(await servers.readFolder(ANA!.address)).toHaveLength(1);
  });

  const copies = async (messageId: string, name: "Sent" | "Archive") =>
    (await servers.readFolder(SAM!.address, name)).filter((raw) => raw.includes(`<${messageId}>`)).length;

  test("a server that files the copy by itself, a moment later, ends with one", async () => {
    const { id: replyId, messageId } = await readyReply();
    await sendReply(deps(), { replyId });

    const filing = fileSentCopy(deps(), { replyId });
    await sleep(700);
    await servers.place(SAM!.address, "Sent", [rawMail({ from: SAM!.address, to: ANA!.address, messageId })]);
    await filing;

    expect(await copies(messageId, "Sent")).toBe(1);
    expect(await rowOf(replyId)).toMatchObject({ filedAt: expect.any(Date) });
  });

  test("the copy goes where a person wants it, or nowhere", async () => {
    const chosen = await readyReply({ sentCopies: "file", sentFolder: "Archive" });
    await sendReply(deps(), { replyId: chosen.id });
    await fileSentCopy(deps(), { replyId: chosen.id });
    const left = await readyReply({ sentCopies: "leave" });
    await sendReply(deps(), { replyId: left.id });
    await fileSentCopy(deps(), { replyId: left.id });

    await until(async () => (await copies(chosen.messageId, "Archive")) === 1);
    expect(await copies(chosen.messageId, "Sent")).toBe(0);
    expect(await copies(left.messageId, "Sent")).toBe(0);
    expect(await rowOf(left.id)).toMatchObject({ filedAt: expect.any(Date) });
  });
});
