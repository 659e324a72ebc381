import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encrypt } from "@/lib/core/secrets";
import { mailboxes, replies } from "@/lib/db/schema";
import { fileBytesWithin } from "@/lib/domain/size-limit";
import { SendEmailThreadInput } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { createUpload } from "@/lib/services/uploads/create-upload";
import { contextOf, makeWorld } from "@/lib/testing/factories";
import { mailServersMissing, startMailServers, type MailServers } from "@/lib/testing/mail-servers";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { sendReply } from "./send-reply";

const missing = mailServersMissing();
const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-size-"));
const SAM = { address: "sam@acme.test", password: "pw-sam" };
/** Less than what is allowed where no server says anything. */
const LARGEST = 2 * 1024 * 1024;

describe.skipIf(missing !== null)(`the size that a server takes${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let servers: MailServers;
  beforeAll(async () => {
    servers = await startMailServers({ users: [SAM], largest: LARGEST });
    process.env.ALLOW_PRIVATE_HOSTS = servers.allow;
    process.env.DATA_DIR = folder;
  });
  afterAll(async () => {
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const deps = () => ({ db: test_.db, now: () => new Date() });

  async function connected() {
    const world = await makeWorld(test_.db);
    const { id } = world.mailbox;
    const { host, ports } = servers;
    await test_.db
      .update(mailboxes)
      .set({
        address: SAM.address,
        smtpHost: host,
        smtpPort: ports.submission,
        smtpSecurity: "none",
        smtpUser: SAM.address,
        smtpPassword: encrypt(SAM.password, `mailbox:${id}:smtp`),
      })
      .where(eq(mailboxes.id, id));
    return world;
  }

  const rowOf = async (id: string) => (await test_.db.select().from(replies).where(eq(replies.id, id)))[0]!;
  async function* streamOf(bytes: Uint8Array) {
    yield bytes;
  }
  const limitOf = async (id: string) =>
    (await test_.db.select().from(mailboxes).where(eq(mailboxes.id, id)))[0]!.sizeLimit;

  test("Postfix's limit is learned by a send, and what is larger is refused before it is accepted, not after", async () => {
    const world = await connected();
    const { id } = await makeReply(test_.db, world, { to: [{ name: "", address: SAM.address }] });
    await sendReply(deps(), { replyId: id });
    expect(await rowOf(id)).toMatchObject({ status: "sent" });
    expect(await limitOf(world.mailbox.id)).toBe(LARGEST);

    const ctx = contextOf(world.member, test_.db);
    const answerWith = async (size: number) => {
      const contentType = "application/octet-stream";
      const upload = await createUpload(ctx, {
        fileName: "plan.bin",
        contentType,
        stream: streamOf(randomBytes(size)),
      });
      const answer = SendEmailThreadInput.parse({
        campaignId: world.campaign.number,
        emailStatsId: world.messages[0]!.statsId,
        emailBody: "<p>The plan.</p>",
        toEmail: SAM.address,
        attachments: [{ file_url: `/api/uploads/${upload.id}` }],
      });
      return sendEmailThread(ctx, answer, { draftId: randomUUID() });
    };
    const most = fileBytesWithin(LARGEST);
    await expect(answerWith(most + 1)).rejects.toMatchObject({
      fields: [{ path: "attachments", reason: "too_large" }],
    });
    const { replyId } = await answerWith(most);
    await test_.db.update(replies).set({ dueAt: new Date() }).where(eq(replies.id, replyId));
    await sendReply(deps(), { replyId });
    expect(await rowOf(replyId)).toMatchObject({ status: "sent" });
  });

  test("what became too large for the server after it was accepted fails for good, with its text kept", async () => {
    const world = await connected();
    const bodyHtml = `<p>${"Freight, freight. ".repeat(150_000)}</p>`;
    const { id } = await makeReply(test_.db, world, { to: [{ name: "", address: SAM.address }], bodyHtml });

    await sendReply(deps(), { replyId: id });

    expect(await rowOf(id)).toMatchObject({ status: "failed", reason: "content", markedAt: null, bodyHtml });
    expect(await limitOf(world.mailbox.id)).toBe(LARGEST);
  });
});
