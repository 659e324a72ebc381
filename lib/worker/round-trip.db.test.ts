import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailHtml } from "@/components/editor/mail-html";
import { leads, mailboxes, messages, uploads } from "@/lib/db/schema";
import { inlineUploadsOf } from "@/lib/domain/inline-uploads";
import { findDraft } from "@/lib/services/drafts/find-draft";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { SaveDraftInput } from "@/lib/services/drafts/schemas";
import { SendEmailThreadInput } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { putFile } from "@/lib/storage/storage";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { sendingThrough } from "@/lib/testing/make-reply";
import {
  asReceived,
  linesOf,
  openedDocument,
  receivedDocument,
  replySchema,
  textLines,
} from "@/lib/testing/round-trip";
import { startSmtpServer, type CountingServer } from "@/lib/testing/smtp-server";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { useDom } from "@/lib/testing/use-dom";
import { CORNERS } from "@/lib/testing/written-corners";
import { PICTURE_ID } from "@/lib/testing/written-parts";
import { sendReply } from "./handlers/send-reply";

useDom();
const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-round-trip-"));
let server: CountingServer;
let world: World;

beforeAll(async () => {
  server = await startSmtpServer();
  process.env.DATA_DIR = folder;
  process.env.ALLOW_PRIVATE_HOSTS = `127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  server.taken.length = 0;
  world = await makeWorld(database.db);
  await database.db.update(mailboxes).set(sendingThrough(server)).where(eq(mailboxes.id, world.mailbox.id));
  await database.db.update(leads).set({ firstName: "Ána <&> Lund", title: "" }).where(eq(leads.id, world.lead.id));
});

const SENT = [
  "a letter with every tool",
  "runs of spaces",
  "lines that mail servers and encodings change",
  "characters of several",
  "tables in every place",
];

test.each(CORNERS.filter(({ name }) => SENT.includes(name)))(
  "$name: what is typed is kept, opened again, accepted, taken by the server, read there and stored here",
  async ({ content }) => {
    const written = replySchema.nodeFromJSON(withOwnPictures({ type: "doc", content }));
    const html = mailHtml(written);
    await upload(html);

    const draft = await savedDraft(html);
    expect(draft.content.bodyHtml).toBe(html);
    expect(mailHtml(openedDocument(draft.content.bodyHtml))).toBe(html);
    const replyId = await sendDraft(draft);

    const wanted = asReceived(written);
    const theirs = await PostalMime.parse(server.taken[0]!.raw);
    const [ours] = await database.db.select().from(messages).where(eq(messages.replyId, replyId));
    for (const received of [theirs, ours!]) {
      expect(receivedDocument(received.html!).toJSON()).toEqual(wanted.toJSON());
      const lines = linesOf(wanted);
      expect(textLines(received.text!).slice(0, lines.length)).toEqual(lines);
    }
    expect(theirs.attachments.map((file) => file.contentId)).toHaveLength(inlineUploadsOf(html).length);
  },
);

async function savedDraft(bodyHtml: string) {
  const ctx = contextOf(world.member, database.db);
  const threadId = world.thread.id;
  const content = {
    parentId: world.messages.at(-1)!.id,
    to: [world.lead.email],
    cc: [],
    bcc: [],
    bodyHtml,
    addSignature: false,
    attachments: [],
    scheduledTime: null,
    scheduledZone: null,
    scheduleCondition: "always",
  };
  await saveDraft(ctx, SaveDraftInput.parse({ threadId, draftId: randomUUID(), content }));
  return (await findDraft(ctx, { threadId }))!;
}

async function sendDraft({ draftId, content }: Awaited<ReturnType<typeof savedDraft>>): Promise<string> {
  const contract = {
    campaignId: world.campaign.number,
    emailStatsId: world.messages.at(-1)!.statsId,
    emailBody: content.bodyHtml,
    toEmail: content.to[0],
  };
  const { replyId } = await sendEmailThread(
    contextOf(world.member, database.db),
    SendEmailThreadInput.parse(contract),
    { draftId },
  );
  // After the time in which it could be taken back.
  await sendReply({ db: database.db, now: () => new Date(Date.now() + 60_000) }, { replyId });
  return replyId;
}

/** An upload belongs to one workspace, and each test has its own. */
const withOwnPictures = (json: object): object =>
  JSON.parse(JSON.stringify(json).replaceAll(PICTURE_ID, randomUUID())) as object;

/** The pictures of a body, as its author uploaded them. */
async function upload(html: string): Promise<void> {
  const { workspaceId, member } = world;
  for (const id of inlineUploadsOf(html)) {
    const storageKey = `uploads/${randomUUID()}`;
    await putFile(storageKey, Buffer.from("a picture"));
    const file = { fileName: "hall.png", contentType: "image/png", size: 9, sha256: "" };
    await database.db.insert(uploads).values({ id, workspaceId, memberId: member.id, ...file, storageKey });
  }
}
