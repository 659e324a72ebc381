import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { leads, messages, threads } from "@/lib/db/schema";
import { makeLead, makeMailbox, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "./ingest-message";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-bounce-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
beforeEach(async () => void (world = await makeWorld(test_.db)));

const store = (raw: Buffer) =>
  ingestMessage(
    { db: test_.db, now: () => new Date() },
    { workspaceId: world.workspaceId, mailboxId: world.mailbox.id, raw, source: "inbox" },
  );
const isMarked = async ({ id }: { id: string }) =>
  (await test_.db.select().from(leads).where(eq(leads.id, id)))[0]!.bouncedAt !== null;
const threadOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0]!;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

type Report = { status?: string; original?: string; from?: string; headers?: string[] };

function report(recipient: string, { status = "5.1.1", original, from, headers = [] }: Report = {}): Buffer {
  const enclosed = `From: box@acme.test\r\nMessage-ID: <${original}>\r\nSubject: x\r\n`;
  return rawMail({
    from: from ?? "MAILER-DAEMON@mx.lead.test",
    to: "box@acme.test",
    subject: "Undelivered Mail Returned to Sender",
    headers: [
      "Auto-Submitted: auto-replied",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
      ...headers,
    ],
    body: [
      "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n",
      "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.lead.test\r\n",
      `Final-Recipient: rfc822; ${recipient}\r\nAction: failed\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 no such user\r\n`,
      ...(original ? [`--b\r\nContent-Type: text/rfc822-headers\r\n\r\n${enclosed}`] : []),
      "--b--",
    ].join("\r\n"),
  });
}

describe("a delivery report about a message of ours", () => {
  test("joins the thread of the message that came back, and the lead's address is known to be dead", async () => {
    const original = world.messages[0]!.messageId;

    const { threadId, messageId } = await store(report(world.lead.email, { original, from: "relay@mx.test" }));

    const [message] = await test_.db.select().from(messages).where(eq(messages.id, messageId));
    expect(threadId).toBe(world.thread.id);
    expect(message).toMatchObject({ isAutomatic: true, direction: "in" });
    expect(await isMarked(world.lead)).toBe(true);
  });

  test("may name it by In-Reply-To, and be about a reply that is not stored yet", async () => {
    const reply = await makeReply(test_.db, world, { status: "sent" });

    await store(report(world.lead.email, { from: "relay@mx.test", headers: [`In-Reply-To: <${reply.messageId}>`] }));

    expect(await isMarked(world.lead)).toBe(true);
  });

  test("condemns nobody to whom that message did not go", async () => {
    const zoe = await makeLead(test_.db, { workspaceId: world.workspaceId, campaign: world.campaign });

    const { threadId } = await store(report(zoe.email, { original: world.messages[0]!.messageId }));

    expect(await isMarked(zoe)).toBe(false);
    expect(threadId).toBe(world.thread.id);
  });

  test("condemns nobody when it is temporary", async () => {
    await store(report(world.lead.email, { status: "4.2.2", original: world.messages[0]!.messageId }));

    expect(await isMarked(world.lead)).toBe(false);
  });
});

describe("a delivery report that encloses nothing", () => {
  test("is believed from a mail system, soon after this mailbox wrote to the address", async () => {
    const { threadId } = await store(report(world.lead.email));

    expect(threadId).toBe(world.thread.id);
    expect(await isMarked(world.lead)).toBe(true);
  });

  test("is believed for its empty return path as well", async () => {
    await store(report(world.lead.email, { from: "bounce-handler@mx.test", headers: ["Return-Path: <>"] }));

    expect(await isMarked(world.lead)).toBe(true);
  });
});

describe("a forged delivery report is kept, but marks no lead and lies in no lead's thread", () => {
  const expectAside = async (raw: Buffer, lead: { id: string }) => {
    const { threadId } = await store(raw);
    expect(await isMarked(lead)).toBe(false);
    expect(await threadOf(threadId)).toMatchObject({ kind: "untracked", leadId: null, isAwaitingAnswer: false });
  };

  test("when it encloses a message that is not ours", async () => {
    await expectAside(report(world.lead.email, { original: "made-up@acme.test" }), world.lead);
  });

  test("when it encloses the lead's own message", async () => {
    const { threadId } = await store(report(world.lead.email, { original: world.messages[1]!.messageId }));

    expect(threadId).not.toBe(world.thread.id);
    expect(await isMarked(world.lead)).toBe(false);
  });

  test("when it bears no mark of a mail system", async () => {
    await expectAside(report(world.lead.email, { from: "mallory@evil.test" }), world.lead);
  });

  test("when nobody wrote to that address for a week, or only another mailbox did", async () => {
    const other = await makeMailbox(test_.db, { workspaceId: world.workspaceId });
    const old = await makeLead(test_.db, { workspaceId: world.workspaceId });
    const elsewhere = await makeLead(test_.db, { workspaceId: world.workspaceId });
    await makeThread(test_.db, { ...world, lead: old, messages: [{ direction: "out", sentAt: daysAgo(8) }] });
    await makeThread(test_.db, { ...world, mailbox: other, lead: elsewhere, messages: [{ direction: "out" }] });

    await expectAside(report(old.email), old);
    await expectAside(report(elsewhere.email), elsewhere);
  });

  test("when all that was written to the address merely claims to be from us", async () => {
    const victim = await makeLead(test_.db, { workspaceId: world.workspaceId });
    await store(rawMail({ from: world.mailbox.address, to: victim.email, messageId: "claimed@acme.test" }));

    await expectAside(report(victim.email), victim);
    await expectAside(report(victim.email, { original: "claimed@acme.test" }), victim);
  });
});
