import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { categories, leads, mailboxes, messages, threads } from "@/lib/db/schema";
import type { CategoryKind } from "@/lib/domain/default-categories";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeCategories } from "@/lib/testing/make-categories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "./ingest-message";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-categorise-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
let ids: Record<CategoryKind, string>;
beforeEach(async () => {
  world = await makeWorld(test_.db);
  ids = await makeCategories(test_.db, world.workspaceId);
});

type Mail = Partial<Parameters<typeof rawMail>[0]>;
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

function receive(body: string, mail: Mail = {}, thread = world) {
  const raw = rawMail({
    from: thread.lead.email,
    to: world.mailbox.address,
    inReplyTo: thread.messages[0]!.messageId,
    body,
    ...mail,
  });
  const { workspaceId, mailbox } = world;
  return ingestMessage(
    { db: test_.db, now: () => new Date() },
    { workspaceId, mailboxId: mailbox.id, raw, source: "inbox" },
  );
}
const standing = async (id = world.thread.id) => {
  const [row] = await test_.db.select().from(threads).where(eq(threads.id, id));
  return [row!.categoryId, row!.categorySource, row!.categoryBecause];
};
const choose = (categoryId: string | null, threadIds = [world.thread.id]) =>
  triageThreads(contextOf(world.member, test_.db), { threadIds, change: { kind: "category", categoryId } });
const AWAY: Mail = { headers: ["Auto-Submitted: auto-replied"] };

describe("by rules", () => {
  test("a thread has the category of its lead's newest message, with the reason", async () => {
    await receive("This sounds interesting.");
    expect(await standing()).toEqual([ids.interested, "rule", "words: sounds interesting"]);

    const { messageId } = await receive("Not interested after all.", { date: minutes(1) });
    expect(await standing()).toEqual([ids.not, "rule", "words: not interested"]);
    const [stored] = await test_.db.select().from(messages).where(eq(messages.id, messageId));
    expect(stored).toMatchObject({ categoryKind: "not", categoryBecause: "words: not interested" });
  });

  test("a message that comes late does not take the place of a newer one", async () => {
    await receive("Not interested.", { date: minutes(0) });
    await receive("This sounds interesting.", { date: minutes(-10) });
    expect((await standing())[0]).toBe(ids.not);
  });

  test("an absence is told with the day of the return, and takes the place of nothing that somebody wrote", async () => {
    const { messageId } = await receive("I am back on 30 November 2099.", AWAY);
    expect(await standing()).toEqual([ids.ooo, "rule", "auto_submitted: auto-replied"]);
    const [stored] = await test_.db.select().from(messages).where(eq(messages.id, messageId));
    expect(stored).toMatchObject({ returnDate: "2099-11-30", isAutomatic: true });

    await receive("Let's schedule a call.", { date: minutes(1) });
    await receive("I am out of office.", { ...AWAY, date: minutes(2) });
    expect((await standing())[0]).toBe(ids.meeting);
  });

  test("who answers is away no longer, also when nothing tells what the answer is about", async () => {
    await receive("I am out of office.", { ...AWAY, date: minutes(-5) });
    await receive("Received, thank you.", { date: minutes(1) });
    expect(await standing()).toEqual([null, null, null]);
  });

  test("a message that tells nothing leaves the category as it is", async () => {
    await receive("This sounds interesting.");
    await receive("Received, thank you.", { date: minutes(1) });
    expect((await standing())[0]).toBe(ids.interested);
  });

  test("a kind that the workspace has renamed is found, one of several is the first in order, one that is gone is none", async () => {
    await test_.db.update(categories).set({ name: "Hot" }).where(eq(categories.id, ids.interested));
    const own = { workspaceId: world.workspaceId, kind: "interested" as const, sentiment: "positive" as const };
    await test_.db.insert(categories).values({ ...own, name: "Later", position: 20 });
    await test_.db.delete(categories).where(eq(categories.id, ids.not));

    await receive("This sounds interesting.");
    expect((await standing())[0]).toBe(ids.interested);
    await receive("Not interested.", { date: minutes(1) });
    expect((await standing())[0]).toBe(ids.interested);
  });
});

describe("a person's choice", () => {
  test("is not overwritten, nor is that there is to be none", async () => {
    await choose(ids.info);
    await receive("Not interested.");
    expect(await standing()).toEqual([ids.info, "person", world.member.id]);

    await choose(null);
    await receive("Let's schedule a call.", { date: minutes(1) });
    expect((await standing()).slice(0, 2)).toEqual([null, "person"]);
  });

  test("leaves a lead who asks not to be written to unsubscribed", async () => {
    await choose(ids.interested);
    await receive("Please remove me from your list.", { from: "ben@lead.test" });
    const marked = async () => (await test_.db.select().from(leads).where(eq(leads.id, world.lead.id)))[0]!;
    expect((await marked()).unsubscribedAt).toBeNull();

    await receive("Please remove me from your list.");
    expect((await marked()).unsubscribedAt).not.toBeNull();
    expect((await standing())[0]).toBe(ids.interested);
  });

  test("a wish that may mean something else gives its category, and unsubscribes nobody", async () => {
    await receive("Could you please remove me from your list?");
    expect((await standing())[0]).toBe(ids.dnc);
    const [lead] = await test_.db.select().from(leads).where(eq(leads.id, world.lead.id));
    expect(lead!.unsubscribedAt).toBeNull();
  });

  test("is remembered: what reads alike gets the same, before words tell otherwise and behind headers", async () => {
    await receive("We run three halls and sound interesting things out in spring, please come back to me then.");
    await choose(ids.none);
    const { workspaceId, mailbox, campaign, lead } = world;
    const other = await makeThread(test_.db, { workspaceId, mailbox, campaign, lead });
    const elsewhere = { ...world, ...other };

    const words =
      "Hi,\n\nwe run four halls and sound interesting things out in spring; please come back to me then!\n\nBest\nAna";
    await receive(words, { headers: ["Auto-Submitted: auto-replied"] }, elsewhere);
    expect((await standing(other.thread.id))[1]).toBe("rule");
    await receive(words, { date: minutes(1) }, elsewhere);
    expect(await standing(other.thread.id)).toEqual([
      ids.none,
      "example",
      "like: We run three halls and sound interesting things out in spring, please come back",
    ]);
    await receive("We run three halls and are not interested.", { date: minutes(2) }, elsewhere);
    expect((await standing(other.thread.id)).slice(0, 2)).toEqual([ids.not, "rule"]);
  });

  test("of another workspace is no example here", async () => {
    const foreign = await makeWorld(test_.db);
    const text = "Who told you about our halls in the north?";
    const { thread } = await makeThread(test_.db, {
      ...foreign,
      messages: [{ direction: "in", text, visibleText: text }],
    });
    const theirs = await makeCategories(test_.db, foreign.workspaceId);
    await triageThreads(contextOf(foreign.member, test_.db), {
      threadIds: [thread.id],
      change: { kind: "category", categoryId: theirs.info },
    });

    await receive(text);
    expect(await standing()).toEqual([null, null, null]);
  });
});

describe("warm-up mail", () => {
  const rules = { headers: ["X-Warmup"], tags: ["q7x-blue"], senders: ["warm.test"] };
  beforeEach(() => test_.db.update(mailboxes).set({ warmUp: rules }).where(eq(mailboxes.id, world.mailbox.id)));
  const kept = async ({ threadId, messageId }: { threadId: number; messageId: string }) => {
    const [thread] = await test_.db.select().from(threads).where(eq(threads.id, threadId));
    const [message] = await test_.db.select().from(messages).where(eq(messages.id, messageId));
    return [thread!.kind, message!.automaticReason, message!.categoryKind];
  };

  test("is kept out by header, tag or sender, whoever wrote it", async () => {
    const byHeader = await receive("Not interested.", { headers: ["X-Warmup: 1"] });
    expect(await kept(byHeader)).toEqual(["bulk", "warm_up: X-Warmup", null]);
    expect(byHeader.threadId).not.toBe(world.thread.id);
    expect(await kept(await receive("Lovely day, q7x-blue."))).toEqual(["bulk", "warm_up: q7x-blue", null]);
    expect(await kept(await receive("Hello!", { from: "una@warm.test" }))).toEqual([
      "bulk",
      "warm_up: warm.test",
      null,
    ]);
    expect(await standing()).toEqual([null, null, null]);
  });

  test("is kept out on our own side too, and makes nobody a lead", async () => {
    const { workspaceId, mailbox } = world;
    const raw = rawMail({
      from: mailbox.address,
      to: "una@pool.test",
      headers: ["X-Warmup: 1"],
      messageId: "w1@own.test",
    });
    const sent = await ingestMessage(
      { db: test_.db, now: () => new Date() },
      { workspaceId, mailboxId: mailbox.id, raw, source: "sent" },
    );
    expect(await kept(sent)).toEqual(["bulk", "warm_up: X-Warmup", null]);

    const mail = { from: "una@pool.test", inReplyTo: "w1@own.test" };
    const answer = await receive("Thanks.", { ...mail, headers: ["X-Warmup: 1"] });
    expect(answer.threadId).toBe(sent.threadId);
    await receive("Do we know each other?", { from: "una@pool.test", inReplyTo: "x@own.test" });
    expect(await test_.db.$count(leads, eq(leads.email, "una@pool.test"))).toBe(0);
  });
});
