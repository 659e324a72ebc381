import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { verifyPassword } from "@/lib/core/password";
import {
  apiKeys,
  attachments,
  campaigns,
  leads,
  mailboxes,
  members,
  messages,
  messageSources,
  replies,
  templates,
  threads,
  workspaces,
} from "@/lib/db/schema";
import { findApiActor } from "@/lib/services/api-keys/find-api-actor";
import { fileColumnsOf } from "@/lib/services/messages/message-columns";
import { readMessage } from "@/lib/services/messages/read-message";
import { summariseThread } from "@/lib/services/messages/summarise-thread";
import { replyTarget } from "@/lib/services/replies/send-email-thread-target";
import { refreshThread } from "@/lib/services/threads/refresh-thread";
import { readFile } from "@/lib/storage/storage";
import { makeCampaign, makeLead, makeMember, makeWorkspace } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { fillSandbox } from "./fill-sandbox";

process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), "threadwell-sandbox-"));

const test_ = testDatabase();
const NOW = new Date("2026-11-18T14:20:00Z");
const now = () => NOW;
const PASSWORD = "sandbox-password-1";
const KEY = "sandbox-api-key-0123456789";
const countOf = async (table: typeof threads | typeof messages | typeof leads) =>
  (await test_.db.select({ count: count() }).from(table))[0]!.count;
const messageOf = async (id: string) => (await test_.db.select().from(messages).where(eq(messages.id, id)))[0]!;
let real: { id: string; rows: unknown };

beforeAll(async () => {
  // Without a real mailbox, which would close the sandbox.
  const { id: workspaceId } = await makeWorkspace(test_.db);
  await makeMember(test_.db, { workspaceId });
  await makeLead(test_.db, { workspaceId, campaign: await makeCampaign(test_.db, { workspaceId, number: 12345 }) });
  real = { id: workspaceId, rows: await realRows(workspaceId) };
  const startedAt = performance.now();
  await fillSandbox({ db: test_.db, now, password: PASSWORD, apiKey: KEY });
  process.stdout.write(`the sandbox was filled in ${Math.round(performance.now() - startedAt)} ms\n`);
}, 120_000);

const realRows = async (workspaceId: string) => [
  await test_.db.select().from(members).where(eq(members.workspaceId, workspaceId)),
  await test_.db.select().from(leads).where(eq(leads.workspaceId, workspaceId)),
  await test_.db.select().from(campaigns).where(eq(campaigns.workspaceId, workspaceId)),
  await test_.db.select().from(threads).where(eq(threads.workspaceId, workspaceId)),
  await test_.db.select().from(mailboxes).where(eq(mailboxes.workspaceId, workspaceId)),
];

test("there are about two thousand threads over six campaigns, eight mailboxes and five people", async () => {
  const [sandbox] = await test_.db.select().from(workspaces).where(eq(workspaces.kind, "sandbox"));
  const inSandbox = { workspaceId: sandbox!.id };
  const kinds = await test_.db
    .select({ kind: threads.kind, count: count() })
    .from(threads)
    .where(eq(threads.workspaceId, inSandbox.workspaceId))
    .groupBy(threads.kind);
  const own = await test_.db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, sandbox!.id), isNull(campaigns.directMailboxId)));
  const boxes = await test_.db.select().from(mailboxes).where(eq(mailboxes.workspaceId, sandbox!.id));
  const people = await test_.db.select().from(members).where(eq(members.workspaceId, sandbox!.id));
  const [longest] = await test_.db.select({ most: sql<number>`max(message_count)` }).from(threads);

  expect(sandbox?.filledAt).toEqual(NOW);
  expect(Object.fromEntries(kinds.map((row) => [row.kind, row.count]))).toEqual({
    lead: 1931,
    untracked: 40,
    bulk: 30,
  });
  expect(own.map(({ number }) => number)).toContain(12345);
  expect(own).toHaveLength(6);
  expect(boxes.map(({ colour }) => colour).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(new Set(boxes.map(({ engine }) => engine))).toEqual(new Set(["sandbox"]));
  expect(people.map(({ role }) => role).toSorted()).toEqual(["admin", "manager", "sdr", "sdr", "sdr"]);
  expect(longest?.most).toBe(200);
});

test("the example call of the documentation finds a message that waits for an answer", async () => {
  const actor = await findApiActor(test_.db, KEY, NOW);

  const target = await replyTarget({ actor: actor!, db: test_.db }, { campaignId: 12345, emailStatsId: "abc-123" });

  expect(target.parent.direction).toBe("in");
  expect(target.thread).toMatchObject({ isAwaitingAnswer: true, unreadCount: 1, lastMessageId: target.parent.id });
});

test("rows are what the store makes of the same raw messages", async () => {
  const sample = await test_.db
    .select({ message: messages, raw: messageSources.raw })
    .from(messages)
    .innerJoin(messageSources, eq(messageSources.messageId, messages.id))
    .innerJoin(workspaces, and(eq(workspaces.id, messages.workspaceId), eq(workspaces.kind, "sandbox")))
    .where(sql`hashtext(${messages.messageId}) % 11 = 0 or ${messages.hasAttachments} or ${messages.isAutomatic}`);

  expect(sample.length).toBeGreaterThan(700);
  for (const { message, raw } of sample) {
    const read = await readMessage(raw, message.firstSeenAt);
    expect({ ...message, size: message.size }).toMatchObject({
      messageId: read.messageId,
      inReplyTo: read.inReplyTo,
      references: read.references,
      fromName: read.from?.name ?? "",
      fromAddress: read.from?.address ?? "",
      to: read.to,
      cc: read.cc,
      subject: read.subject,
      sentAt: read.sentAt,
      text: read.text,
      visibleText: read.visibleText,
      html: read.html,
      isAutomatic: read.isAutomatic,
      automaticReason: read.automaticReason,
      bounces: read.bounces,
      ...fileColumnsOf(read),
      size: raw.length,
      parseProblem: null,
    });
  }
});

test("thread rows are what counting their messages again gives", async () => {
  const before = await test_.db.select().from(threads).orderBy(asc(threads.id));
  for (const thread of before.filter(({ id }) => id % 9 === 0)) {
    const [last] = await test_.db.select().from(messages).where(eq(messages.id, thread.lastMessageId!));
    const message = {
      source: "sandbox",
      direction: "out",
      isAutomatic: true,
      snippet: thread.snippet,
      others: [],
    } as unknown as Parameters<typeof summariseThread>[1];
    await test_.db.transaction(async (tx) => {
      await summariseThread(tx, message, { former: thread, messageId: last!.id, seenAt: NOW });
      await refreshThread(tx, thread.id);
    });
  }

  expect(await test_.db.select().from(threads).orderBy(asc(threads.id))).toEqual(before);
});

test("an answer carries the stats id of what it answers, and a stats id belongs to one thread", async () => {
  const answers = await test_.db.execute(sql`
    select count(*)::int as wrong from messages child
      join messages parent on parent.message_id = child.in_reply_to[1] and parent.workspace_id = child.workspace_id
    where child.direction = 'in' and child.stats_id <> parent.stats_id`);
  const shared = await test_.db.execute(sql`
    select count(*)::int as wrong from (select stats_id from messages group by stats_id having count(distinct thread_id) > 1) twice`);

  expect([answers.rows[0], shared.rows[0]]).toEqual([{ wrong: 0 }, { wrong: 0 }]);
});

test("files are there, states of replies can be seen, and no address is anybody's", async () => {
  const [file] = await test_.db
    .select()
    .from(attachments)
    .where(eq(attachments.contentType, "application/pdf"))
    .limit(1);
  const states = await test_.db
    .select({ status: replies.status, count: count() })
    .from(replies)
    .groupBy(replies.status);
  const foreign = await test_.db.execute(
    sql`select email from leads where email::text !~ '\\.(test|example)$' limit 5`,
  );

  expect((await readFile(file!.storageKey)).length).toBe(file!.size);
  expect((await messageOf(file!.messageId)).fileKinds).toContain("pdf");
  expect((await messageOf(file!.messageId)).fileNames).toContain(file!.fileName);
  expect(states.map(({ status }) => status).toSorted()).toEqual([
    "cancelled",
    "failed",
    "scheduled",
    "sent",
    "unknown",
  ]);
  expect(foreign.rows).toEqual([]);
});

test("templates of the team are there, with variables", async () => {
  const shared = await test_.db.select().from(templates).where(isNull(templates.ownerId));
  expect(shared.length).toBeGreaterThan(1);
  expect(shared.every(({ bodyHtml }) => bodyHtml.includes("{{lead.firstName"))).toBe(true);
});

test("no two threads read the same", async () => {
  const { rows } = await test_.db.execute(sql`
    select count(*)::int as same from (
      select md5(string_agg(visible_text, '|' order by sent_at)) from messages join threads on threads.id = thread_id
      where threads.kind = 'lead' and threads.workspace_id = (select id from workspaces where kind = 'sandbox')
      group by thread_id having count(*) > 0) told
    group by md5 having count(*) > 1`);

  expect(rows).toEqual([]);
});

test("a second fill changes nothing, and takes over only a new password or key", async () => {
  const before = [await countOf(threads), await countOf(messages), await countOf(leads)];
  const [member] = await test_.db.select().from(members).where(eq(members.email, "sdr@sandbox.test"));

  const again = await fillSandbox({ db: test_.db, now, password: PASSWORD, apiKey: KEY });
  const [same] = await test_.db.select().from(members).where(eq(members.email, "sdr@sandbox.test"));
  await fillSandbox({ db: test_.db, now, password: "another-password-2", apiKey: "another-api-key-0123456789" });
  const [changed] = await test_.db.select().from(members).where(eq(members.email, "sdr@sandbox.test"));
  const keys = await test_.db.select().from(apiKeys);

  expect(again).toEqual({ isNew: false });
  expect([await countOf(threads), await countOf(messages), await countOf(leads)]).toEqual(before);
  expect(same).toEqual(member);
  expect(await verifyPassword(changed!.passwordHash!, "another-password-2")).toBe(true);
  expect(keys.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
  expect(await findApiActor(test_.db, KEY, NOW)).toBeNull();
});

test("a real workspace beside it is untouched", async () => {
  expect(await realRows(real.id)).toEqual(real.rows);
});
