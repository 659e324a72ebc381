import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  drafts,
  followUpChains,
  messages,
  replies,
  templates,
  templateUses,
  threadReminders,
  threads,
} from "@/lib/db/schema";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { getThread } from "@/lib/services/threads/get-thread";
import { contextOf, makeLead, makeMailbox, makeWorld, type MailboxRow, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "./ingest-message";
import type { IngestInput } from "./ingest-types";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-late-"));
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
const rowOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0];
const threadOf = async (messageId: string) =>
  (await test_.db.select().from(messages).where(eq(messages.id, messageId)))[0]!.threadId;
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe("a parent that comes after its child", () => {
  test("brings the child's thread into the older one, with replies, drafts, figures and history", async () => {
    const parentId = "late-parent@lead.test";
    const from = `Ana Berg <${world.lead.email}>`;
    const child = await receive({
      from,
      subject: "Other words",
      inReplyTo: parentId,
      body: "And one more.",
      date: ago(5),
    });
    const { workspaceId, member } = world;
    const [at] = await test_.db.select().from(messages).where(eq(messages.id, child.messageId));
    const thread = (await rowOf(child.threadId))!;
    const reply = await makeReply(test_.db, { ...world, thread, messages: [at!] }, { status: "queued" });
    const template = { workspaceId, name: "Times", bodyHtml: "<p>Hi</p>" };
    const [{ id: templateId } = { id: "" }] = await test_.db.insert(templates).values(template).returning();
    const use = { workspaceId, templateId, replyId: reply.id, threadId: child.threadId, memberId: member.id };
    await test_.db.insert(templateUses).values(use);
    const reminder = { workspaceId, memberId: member.id, condition: "if_no_reply" as const };
    const asked = (threadId: number, minutes: number, createdAt: Date) => ({
      ...reminder,
      threadId,
      remindAt: new Date(Date.now() + minutes * 60_000),
      createdAt,
    });
    await test_.db
      .insert(threadReminders)
      .values([
        asked(world.thread.id, 60, new Date(Date.now() + 60_000)),
        asked(child.threadId, 30, new Date(Date.now() + 60_000)),
        { ...asked(world.thread.id, 90, ago(30)), memberId: world.manager.id },
      ]);
    const content = {
      parentId: child.messageId,
      to: [],
      cc: [],
      bcc: [],
      addSignature: true,
      attachments: [],
      scheduledTime: null,
      scheduledZone: null,
      scheduleCondition: "always" as const,
    };
    const draft = { workspaceId, authorId: member.id };
    const draftedAt = ago(1);
    await test_.db.insert(drafts).values([
      {
        ...draft,
        id: crypto.randomUUID(),
        threadId: world.thread.id,
        savedAt: ago(9),
        content: { ...content, bodyHtml: "<p>Older</p>" },
      },
      {
        ...draft,
        id: crypto.randomUUID(),
        threadId: child.threadId,
        savedAt: draftedAt,
        content: { ...content, bodyHtml: "<p>Newer</p>" },
      },
    ]);
    const chain = { workspaceId, threadId: child.threadId, authorId: member.id };
    const [{ id: chainId } = { id: "" }] = await test_.db.insert(followUpChains).values(chain).returning();
    expect(child.threadId).not.toBe(world.thread.id);

    const parent = await receive({ from, inReplyTo: world.messages[0]!.messageId, messageId: parentId, date: ago(10) });

    expect(parent.threadId).toBe(world.thread.id);
    expect(await threadOf(child.messageId)).toBe(world.thread.id);
    expect(await rowOf(child.threadId)).toBeUndefined();
    const [moved] = await test_.db.select().from(followUpChains).where(eq(followUpChains.id, chainId));
    expect(moved).toMatchObject({ threadId: world.thread.id, endedAt: null });
    expect(await rowOf(world.thread.id)).toMatchObject({
      messageCount: 4,
      unreadCount: 3,
      lastMessageId: child.messageId,
      snippet: "And one more.",
      outboxState: "queued",
    });
    expect((await test_.db.select().from(replies).where(eq(replies.id, reply.id)))[0]!.threadId).toBe(world.thread.id);
    const [used] = await test_.db.select().from(templateUses).where(eq(templateUses.replyId, reply.id));
    expect(used).toMatchObject({ threadId: world.thread.id });
    const wanted = await test_.db.select().from(threadReminders).orderBy(threadReminders.remindAt);
    expect(wanted.map(({ closedReason }) => closedReason)).toEqual([null, "replaced", "answered"]);
    const kept = await test_.db.select().from(drafts).where(eq(drafts.authorId, member.id));
    expect(kept).toMatchObject([{ threadId: world.thread.id, content: { bodyHtml: "<p>Newer</p><p>Older</p>" } }]);
    const typedOn = {
      threadId: child.threadId,
      draftId: kept[0]!.id,
      content: { ...content, bodyHtml: "<p>More</p>" },
    };
    const context = contextOf(member, test_.db);
    const beforeJoining = saveDraft(context, { ...typedOn, basedOn: draftedAt.toISOString() });
    await expect(beforeJoining).rejects.toMatchObject({ reason: "draft_changed" });
    await saveDraft(context, { ...typedOn, basedOn: kept[0]!.savedAt.toISOString() });
    const saved = await test_.db.select().from(drafts).where(eq(drafts.authorId, member.id));
    expect(saved).toMatchObject([{ threadId: world.thread.id, content: { bodyHtml: "<p>More</p>" } }]);
    expect((await getThread(contextOf(member, test_.db), { threadId: child.threadId })).id).toBe(world.thread.id);
  });

  test("opens no thread of its own: it joins where its child is", async () => {
    const from = world.lead.email;
    const child = await receive({ from, subject: "Re: New matter", references: ["root@lead.test"], date: ago(5) });
    const root = await receive({ from, subject: "New matter", messageId: "root@lead.test", date: ago(10) });

    expect(root.threadId).toBe(child.threadId);
    expect(await rowOf(child.threadId)).toMatchObject({ messageCount: 2 });
  });

  test("in References alone it needs the same base subject", async () => {
    const from = world.lead.email;
    const child = await receive({ from, subject: "Invoice 12", references: ["root2@lead.test"], date: ago(5) });
    const root = await receive({ from, subject: "New matter", messageId: "root2@lead.test", date: ago(10) });

    expect(root.threadId).not.toBe(child.threadId);
  });

  test("takes in a colleague who answered before our own copy was read, and counts that as the lead's answer", async () => {
    const { workspaceId, member, thread } = world;
    await test_.db.insert(threadReminders).values({
      workspaceId,
      threadId: thread.id,
      memberId: member.id,
      condition: "if_no_reply",
      remindAt: new Date(Date.now() + 60_000),
      createdAt: ago(20),
    });
    const early = await receive({ from: "Ben Ode <ben@lead.test>", inReplyTo: "ours@acme.test", date: ago(5) });
    expect(await rowOf(early.threadId)).toMatchObject({ kind: "untracked" });

    const ours = await receive({
      from: world.mailbox.address,
      to: world.lead.email,
      messageId: "ours@acme.test",
      source: "sent",
      date: ago(10),
    });

    expect(ours.threadId).toBe(early.threadId);
    expect(await rowOf(early.threadId)).toMatchObject({
      kind: "lead",
      leadId: world.lead.id,
      campaignId: world.campaign.id,
      contactAddress: world.lead.email,
      messageCount: 2,
    });
    const [ben] = await test_.db.select().from(messages).where(eq(messages.id, early.messageId));
    expect(ben!.writer).toBe("colleague");
    const [reminder] = await test_.db.select().from(threadReminders).where(eq(threadReminders.threadId, thread.id));
    expect(reminder!.closedReason).toBe("answered");
  });

  test("never brings two leads together, nor two mailboxes", async () => {
    const zoe = await makeLead(test_.db, { workspaceId: world.workspaceId, campaign: world.campaign });
    const other = await makeMailbox(test_.db, { workspaceId: world.workspaceId });
    const ids = { subject: "A plan", inReplyTo: "shared@acme.test", date: ago(5) };
    const hers = await receive({ from: zoe.email, ...ids });
    const his = await receive({ from: world.lead.email, ...ids });
    const there = await receive({ from: world.lead.email, mailbox: other, ...ids });

    const parent = await receive({
      from: world.mailbox.address,
      to: world.lead.email,
      subject: "A plan",
      messageId: "shared@acme.test",
      source: "sent",
      date: ago(10),
    });

    expect(parent.threadId).toBe(his.threadId);
    expect(await threadOf(hers.messageId)).toBe(hers.threadId);
    expect(await threadOf(there.messageId)).toBe(there.threadId);
    expect(new Set([hers.threadId, his.threadId, there.threadId]).size).toBe(3);
  });

  test("joins strangers' messages as well, by Message-IDs alone", async () => {
    const child = await receive({ from: "una@strangers.test", inReplyTo: "first@other.test", date: ago(5) });
    const parent = await receive({ from: "otto@other.test", messageId: "first@other.test", date: ago(10) });

    expect(parent.threadId).toBe(child.threadId);
    expect(await rowOf(child.threadId)).toMatchObject({ kind: "untracked", messageCount: 2 });
  });
});
