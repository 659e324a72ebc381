import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { mailboxes, replies } from "@/lib/db/schema";
import { plainBodyOf } from "@/lib/domain/plain-body";
import { parseMessage } from "@/lib/mail/mime/parse";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase } from "@/lib/testing/test-db";
import { composeRaw } from "@/lib/worker/compose-raw";
import { createUpload } from "../uploads/create-upload";
import { previewReply } from "./preview-reply";
import { SendFromComposerInput } from "./schemas";
import { sendEmailThread } from "./send-email-thread";

const folder = mkdtempSync(path.join(tmpdir(), "threadwell-preview-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const test_ = useTestDatabase();
const now = new Date("2026-03-01T10:00:00Z");
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
  await test_.db
    .update(mailboxes)
    .set({ signatureHtml: '<p>Sam Own<img src="https://own.test/logo.png" alt="Logo"></p>' })
    .where(eq(mailboxes.id, world.mailbox.id));
});

const context = (member = world.member) => contextOf(member, test_.db, () => now);

const input = (
  contract: Partial<SendFromComposerInput["contract"]> = {},
  composer: Partial<SendFromComposerInput["composer"]> = {},
) =>
  SendFromComposerInput.parse({
    contract: {
      campaignId: world.campaign.number,
      emailStatsId: world.messages[0]!.statsId,
      emailBody: "<p>Thanks!</p>",
      toEmail: `"Ana Berg" <${world.lead.email}>`,
      ...contract,
    },
    composer: { draftId: randomUUID(), ...composer },
  });

const upload = async (fileName: string, contentType: string, content: Buffer) => {
  async function* stream() {
    yield content;
  }
  return createUpload(context(), { fileName, contentType, stream: stream() });
};

test("what is looked at is what leaves: head, words, pictures and quote of the message that the worker writes", async () => {
  const picture = await upload("plan.png", "image/png", PIXEL);
  const sheet = await upload("loads.csv", "text/csv", Buffer.from("a;b\n"));
  const asked = input({
    emailBody: `<h2>Plan</h2><p>See <img src="/api/uploads/${picture.id}" width="40"></p>`,
    cc: "ben@lead.test",
    bcc: "boss@acme.test",
    addSignature: true,
    attachments: [{ file_url: `/api/uploads/${sheet.id}` }],
  });

  const seen = await previewReply(context(), asked);

  const { replyId } = await sendEmailThread(context(), asked.contract, asked.composer);
  const [row] = await test_.db.select().from(replies).where(eq(replies.id, replyId));
  const [mailbox] = await test_.db.select().from(mailboxes).where(eq(mailboxes.id, world.mailbox.id));
  const sent = await parseMessage((await composeRaw(test_.db, row!, mailbox!, now)).raw);
  expect(seen).toMatchObject({
    from: sent.from,
    to: sent.to,
    cc: sent.cc,
    bcc: row!.bcc,
    subject: sent.subject,
    text: sent.text,
    time: sent.date!.toISOString(),
    isScheduled: false,
    isPlain: false,
    files: [{ fileName: "loads.csv", size: 4 }],
    remoteImages: 1,
  });
  expect(seen.html).toContain("<h2>Plan</h2>");
  expect(seen.html).toContain("m-gmail_quote");
  expect(seen.html).toContain('data-remote-src="https://own.test/logo.png"');
  expect(seen.pictures).toEqual([
    {
      contentId: sent.attachments.find(({ contentId }) => contentId)!.contentId,
      contentType: "image/png",
      url: `data:image/png;base64,${PIXEL.toString("base64")}`,
    },
  ]);
});

test("text alone is looked at as text alone, at its own time", async () => {
  const emailBody = plainBodyOf("Hi,\n\n  indented <b>");

  const seen = await previewReply(
    context(),
    input({ emailBody, scheduledTime: "2026-03-02T08:00:00Z" }, { isPlain: true }),
  );

  expect(seen).toMatchObject({ html: "", isPlain: true, isScheduled: true, time: "2026-03-02T08:00:00.000Z" });
  expect(seen.text).toMatch(/^Hi,\n\n {2}indented <b>\n\nOn /u);
});

test("nothing is stored, and a colleague's upload or another team's thread is not found", async () => {
  const picture = await upload("plan.png", "image/png", PIXEL);
  const colleague = world.manager;
  const stranger = (await makeWorld(test_.db)).member;
  const asked = input({ emailBody: `<p><img src="/api/uploads/${picture.id}"></p>` });

  await previewReply(context(), asked);

  expect(await test_.db.select().from(replies).where(eq(replies.workspaceId, world.workspaceId))).toEqual([]);
  await expect(previewReply(context(colleague), asked)).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "emailBody", reason: "unknown_upload" }],
  });
  await expect(previewReply(context(stranger), asked)).rejects.toBeInstanceOf(AppError);
  await expect(previewReply(context(stranger), asked)).rejects.toMatchObject({ code: "not_found" });
});
