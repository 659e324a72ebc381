import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { campaigns, leadAddresses, messages, threads } from "@/lib/db/schema";
import { makeLead, makeMailbox, makeThread, makeWorld, type MailboxRow, type World } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "./ingest-message";
import type { IngestInput } from "./ingest-types";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-place-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
beforeEach(async () => void (world = await makeWorld(test_.db)));

type Receive = Parameters<typeof rawMail>[0] & { mailbox?: MailboxRow; source?: IngestInput["source"] };

async function receive({ mailbox = world.mailbox, source = "inbox", ...mail }: Receive) {
  const raw = rawMail({ to: mailbox.address, ...mail });
  const { workspaceId } = world;
  return ingestMessage({ db: test_.db, now: () => new Date() }, { workspaceId, mailboxId: mailbox.id, raw, source });
}
const messageOf = async (id: string) => (await test_.db.select().from(messages).where(eq(messages.id, id)))[0]!;
const threadOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0]!;
const sentByUs = () => world.messages[0]!;

describe("a message belongs to a thread", () => {
  test("In-Reply-To wins even when the subject changed, and the answer carries its parent's emailStatsId", async () => {
    const { threadId, messageId } = await receive({
      from: `Ana Berg <${world.lead.email}>`,
      subject: "Something else",
      inReplyTo: sentByUs().messageId,
    });

    expect(threadId).toBe(world.thread.id);
    expect((await messageOf(messageId)).statsId).toBe(sentByUs().statsId);
  });

  test("References alone join only under the same subject", async () => {
    const references = [sentByUs().messageId];
    const same = await receive({ from: world.lead.email, subject: "AW: A question about ACME", references });
    const other = await receive({ from: world.lead.email, subject: "Invoice 12", references });

    expect(same.threadId).toBe(world.thread.id);
    expect(other.threadId).not.toBe(world.thread.id);
    expect(await threadOf(other.threadId)).toMatchObject({ kind: "lead", leadId: world.lead.id });
  });

  test("a subject alone never merges: not with a stranger's, not with the lead's own new mail", async () => {
    const stranger = await receive({ from: "una@strangers.test", subject: "Re: A question about Acme" });
    const fresh = await receive({ from: world.lead.email, subject: "A question about Acme" });

    expect(await threadOf(stranger.threadId)).toMatchObject({ kind: "untracked", leadId: null, campaignId: null });
    expect(fresh.threadId).not.toBe(world.thread.id);
  });

  test("an answer of the lead that lost its headers opens a thread of its own: a subject alone never merges", async () => {
    const { threadId } = await receive({ from: world.lead.email, subject: "Re: A question about Acme" });

    expect(threadId).not.toBe(world.thread.id);
    expect(await threadOf(threadId)).toMatchObject({ kind: "lead", leadId: world.lead.id });
  });

  test("what a machine wrote for the lead names nothing, and joins the lead's newest thread", async () => {
    const { threadId } = await receive({
      from: world.lead.email,
      subject: "Automatic reply: away",
      headers: ["Auto-Submitted: auto-replied"],
    });

    expect(threadId).toBe(world.thread.id);
  });

  test("a further address of the lead is the lead, in its thread and in a new one", async () => {
    const { workspaceId, lead } = world;
    await test_.db.insert(leadAddresses).values({ workspaceId, leadId: lead.id, address: "ana@home.test" });

    const answer = await receive({ from: "Ana@home.test", inReplyTo: sentByUs().messageId });
    const fresh = await receive({ from: "ana@home.test", subject: "Something else" });

    expect(answer.threadId).toBe(world.thread.id);
    expect((await messageOf(answer.messageId)).writer).toBe("alias");
    expect(await threadOf(fresh.threadId)).toMatchObject({ kind: "lead", leadId: lead.id, contactAddress: lead.email });
  });

  test("two leads never merge, though both answer one campaign message", async () => {
    const zoe = await makeLead(test_.db, { workspaceId: world.workspaceId, campaign: world.campaign });
    const { threadId } = await receive({ from: zoe.email, inReplyTo: sentByUs().messageId });

    expect(threadId).not.toBe(world.thread.id);
    expect(await threadOf(threadId)).toMatchObject({ leadId: zoe.id, campaignId: world.campaign.id, kind: "lead" });
  });

  test("a lead who was in Cc of the message answers in its thread", async () => {
    const ben = await makeLead(test_.db, { workspaceId: world.workspaceId });
    const { thread, messages: list } = await makeThread(test_.db, {
      ...world,
      messages: [{ direction: "out", cc: [{ name: "Ben", address: ben.email }] }],
    });

    const { threadId } = await receive({ from: ben.email, inReplyTo: list[0]!.messageId });

    expect(threadId).toBe(thread.id);
  });

  test("a colleague to whom the lead passed the mail on answers in its thread, shown as himself", async () => {
    const { threadId, messageId } = await receive({
      from: "Carl Dahl <carl@lead.test>",
      inReplyTo: sentByUs().messageId,
    });

    expect(threadId).toBe(world.thread.id);
    expect(await messageOf(messageId)).toMatchObject({
      fromName: "Carl Dahl",
      fromAddress: "carl@lead.test",
      writer: "colleague",
    });
    expect((await threadOf(threadId)).lastFrom).toBe("Carl Dahl");
  });

  test("who got our mail as a blind copy has a thread of his own and becomes a lead of Direct", async () => {
    const { messages: list } = await makeThread(test_.db, {
      ...world,
      messages: [{ direction: "out", bcc: [{ name: "", address: "dora@hidden.test" }] }],
    });

    const { threadId } = await receive({ from: "Dora Ek <dora@hidden.test>", inReplyTo: list[0]!.messageId });

    const thread = await threadOf(threadId);
    const [campaign] = await test_.db.select().from(campaigns).where(eq(campaigns.id, thread.campaignId!));
    expect(thread).toMatchObject({ kind: "lead", contactAddress: "dora@hidden.test", contactName: "Dora Ek" });
    expect(campaign).toMatchObject({ name: "Direct", directMailboxId: world.mailbox.id });
  });

  test("an answer that arrives in another mailbox is the lead's there, with an emailStatsId of its own", async () => {
    const other = await makeMailbox(test_.db, { workspaceId: world.workspaceId });
    const { threadId, messageId } = await receive({
      from: world.lead.email,
      mailbox: other,
      inReplyTo: sentByUs().messageId,
    });

    expect(await threadOf(threadId)).toMatchObject({ leadId: world.lead.id, mailboxId: other.id, kind: "lead" });
    expect((await messageOf(messageId)).statsId).not.toBe(sentByUs().statsId);
  });

  test("a known message of another workspace is no parent", async () => {
    const elsewhere = await makeWorld(test_.db);
    const { threadId } = await receive({ from: "una@strangers.test", inReplyTo: elsewhere.messages[0]!.messageId });

    expect(await threadOf(threadId)).toMatchObject({ kind: "untracked", workspaceId: world.workspaceId });
  });

  test("newsletters stay out of the inbox, but a lead's answer through a list does not", async () => {
    const headers = ["List-Id: <news.shop.test>", "List-Unsubscribe: <https://shop.test/u>"];
    const news = await receive({ from: "news@shop.test", headers });
    const answer = await receive({ from: world.lead.email, headers, inReplyTo: sentByUs().messageId });

    expect((await threadOf(news.threadId)).kind).toBe("bulk");
    expect(answer.threadId).toBe(world.thread.id);
  });
});
