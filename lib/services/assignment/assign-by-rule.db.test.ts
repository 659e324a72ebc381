import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, asc, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accessGrants, assignmentTurns, events, members, notifications, threads } from "@/lib/db/schema";
import type { AssignmentConditions } from "@/lib/domain/assignment-rule";
import type { CategoryKind } from "@/lib/domain/default-categories";
import {
  contextOf,
  makeLead,
  makeMember,
  makeThread,
  makeWorld,
  type MemberRow,
  type World,
} from "@/lib/testing/factories";
import { makeCategories } from "@/lib/testing/make-categories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { addAbsence } from "../absences/add-absence";
import { removeAbsence } from "../absences/remove-absence";
import { ingestMessage } from "../messages/ingest-message";
import type { IngestInput } from "../messages/ingest-types";
import { mergeThreads } from "../messages/merge-threads";
import { readIncoming } from "../messages/read-incoming";
import { storeIncoming } from "../messages/store-incoming";
import { triageThreads } from "../threads/triage-threads";
import { assignByRule } from "./assign-by-rule";
import { pauseAssignmentRule } from "./pause-assignment-rule";
import { saveAssignmentRule } from "./save-assignment-rule";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-assign-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
let ids: Record<CategoryKind, string>;
let sam: MemberRow;
let maya: MemberRow;
let jonas: MemberRow;
beforeEach(async () => {
  world = await makeWorld(test_.db);
  const { workspaceId } = world;
  ids = await makeCategories(test_.db, workspaceId);
  sam = world.member;
  maya = await makeMember(test_.db, { workspaceId, name: "Maya Ortiz" });
  jonas = await makeMember(test_.db, { workspaceId, name: "Jonas Falk" });
});

const manager = () => contextOf(world.manager, test_.db);
const rule = (people: MemberRow[], conditions: Partial<AssignmentConditions> = {}) =>
  saveAssignmentRule(manager(), {
    ruleId: null,
    name: "By turns",
    conditions: { campaignIds: [], mailboxIds: [], categoryIds: [], languages: [], ...conditions } as never,
    memberIds: people.map(({ id }) => id),
  });
const rowOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0]!;
const ownerOf = async (id: number) => (await rowOf(id)).assigneeId;

/** A thread of a lead of its own, in which nobody of the other side has answered. */
async function add(values: Parameters<typeof makeThread>[1] | object = {}) {
  const { workspaceId, mailbox, campaign } = world;
  const lead = await makeLead(test_.db, { workspaceId, campaign });
  const made = await makeThread(test_.db, {
    workspaceId,
    mailbox,
    campaign,
    lead,
    messages: [{ direction: "out" }],
    ...values,
  });
  return { ...made, lead };
}
type Added = Awaited<ReturnType<typeof add>>;

function inputOf(thread: Added, body = "Tell me more about the prices, please.", mail: object = {}): IngestInput {
  const raw = rawMail({
    from: thread.lead.email,
    to: world.mailbox.address,
    inReplyTo: thread.messages[0]!.messageId,
    body,
    ...mail,
  });
  return { workspaceId: world.workspaceId, mailboxId: world.mailbox.id, raw, source: "inbox" };
}
const deps = (at = new Date()) => ({ db: test_.db, now: () => at });
const receive = (thread: Added, body?: string, { at = new Date(), ...mail }: { at?: Date; headers?: string[] } = {}) =>
  ingestMessage(deps(at), inputOf(thread, body, mail));

describe("a lead's answer", () => {
  test("is the next person's, who is told, with the rule in the history", async () => {
    const { ruleId } = await rule([sam, maya]);
    const [first, second, third] = [await add(), await add(), await add()];
    for (const thread of [first, second, third]) await receive(thread);

    expect(await Promise.all([first, second, third].map(({ thread }) => ownerOf(thread.id)))).toEqual([
      sam.id,
      maya.id,
      sam.id,
    ]);
    expect((await rowOf(first.thread.id)).assignedAt).not.toBeNull();
    const told = await test_.db.select().from(notifications).where(eq(notifications.threadId, second.thread.id));
    expect(told).toMatchObject([{ memberId: maya.id, kind: "assigned", byId: null }]);
    const happened = await test_.db
      .select()
      .from(events)
      .where(and(eq(events.threadId, second.thread.id), eq(events.kind, "thread.assigned")));
    expect(happened).toMatchObject([{ memberId: null, data: { to: maya.id, rule: ruleId } }]);
  });

  test("is somebody's as well when it was stored with others in one transaction", async () => {
    await rule([sam, maya, jonas]);
    const added = [await add(), await add(), await add(), await add()];
    const read = await readIncoming(
      deps(),
      added.map((thread) => inputOf(thread)),
    );
    await storeIncoming(deps(), read);
    const owners = await Promise.all(added.map(({ thread }) => ownerOf(thread.id)));
    expect(owners).toEqual([sam.id, maya.id, jonas.id, sam.id]);
  });

  test("that turns out to belong to another thread takes its owner and what was told along", async () => {
    await rule([sam]);
    const [first, later] = [await add(), await add()];
    await receive(later);
    const { workspaceId } = world;
    const merged = { workspaceId, survivor: first.thread.id, others: [later.thread.id], contact: null };
    await test_.db.transaction((tx) => mergeThreads(tx, merged));
    const kept = await rowOf(first.thread.id);
    expect(kept.assigneeId).toBe(sam.id);
    expect(kept.assignedAt).not.toBeNull();
    const told = await test_.db.select().from(notifications).where(eq(notifications.memberId, sam.id));
    expect(told).toMatchObject([{ kind: "assigned", threadId: first.thread.id }]);
  });

  test("stays with who has it, and is nobody's without a rule that holds", async () => {
    await rule([sam], { campaignIds: [world.campaign.id], languages: ["de"] });
    const owned = await add({ assigneeId: jonas.id });
    await receive(owned, "Das klingt gut, können Sie mir bitte ein Angebot schicken?");
    expect(await ownerOf(owned.thread.id)).toBe(jonas.id);

    const english = await add();
    await receive(english, "That sounds good, could you send me an offer for next year, please?");
    expect(await ownerOf(english.thread.id)).toBeNull();
    const german = await add();
    await receive(german, "Das klingt gut, können Sie mir bitte ein Angebot schicken?");
    expect(await ownerOf(german.thread.id)).toBe(sam.id);
  });

  test("counts neither when it is automatic, nor past, nor found quietly, nor a stranger's", async () => {
    await rule([sam]);
    const away = await add();
    await receive(away, "I am back on Monday.", { headers: ["Auto-Submitted: auto-replied"] });
    const past = await add();
    await ingestMessage(deps(), { ...inputOf(past), source: "import" });
    const quiet = await add();
    await ingestMessage(deps(), { ...inputOf(quiet), isQuiet: true });
    for (const { thread } of [away, past, quiet]) expect(await ownerOf(thread.id)).toBeNull();

    const raw = rawMail({
      from: "una@strangers.test",
      to: world.mailbox.address,
      body: "Who are you and what is this?",
    });
    const { workspaceId, mailbox } = world;
    const stranger = await ingestMessage(deps(), { workspaceId, mailboxId: mailbox.id, raw, source: "inbox" });
    expect(await ownerOf(stranger.threadId)).toBeNull();
  });

  test("is asked of the rules in their order, and a rule that rests is passed over", async () => {
    const first = await rule([sam], { categoryIds: [ids.interested] });
    await rule([maya]);
    const [interested, other, resting] = [await add(), await add(), await add()];
    await receive(interested, "This sounds interesting.");
    await receive(other, "Which halls do you mean, and from when on?");
    await pauseAssignmentRule(manager(), { ruleId: first.ruleId, isPaused: true });
    await receive(resting, "This sounds interesting.");
    expect(await ownerOf(interested.thread.id)).toBe(sam.id);
    expect(await ownerOf(other.thread.id)).toBe(maya.id);
    expect(await ownerOf(resting.thread.id)).toBe(maya.id);
  });
});

describe("who is not there is given none", () => {
  test("on a day of an absence, by their own clock", async () => {
    await test_.db.update(members).set({ timeZone: "Pacific/Auckland" }).where(eq(members.id, sam.id));
    await test_.db.update(members).set({ timeZone: "America/Los_Angeles" }).where(eq(members.id, maya.id));
    await rule([sam, maya]);
    const christmas = { firstDay: "2026-12-24", lastDay: "2026-12-24" };
    for (const person of [sam, maya]) await addAbsence(contextOf(person, test_.db), { ...christmas, note: "" });
    const at = async (time: string) => {
      const thread = await add();
      await receive(thread, undefined, { at: new Date(time) });
      return ownerOf(thread.thread.id);
    };
    // In Auckland the 24th has begun, in Los Angeles it is the 23rd.
    expect(await at("2026-12-23T13:00:00Z")).toBe(maya.id);
    expect(await at("2026-12-23T14:00:00Z")).toBe(maya.id);
    // Auckland's ends at 11:00 of UTC, that of Los Angeles has begun at 08:00.
    expect(await at("2026-12-24T09:00:00Z")).toBeNull();
    expect(await at("2026-12-24T12:00:00Z")).toBe(sam.id);
    expect(await at("2026-12-25T09:00:00Z")).toBe(maya.id);
  });

  test("who was deactivated, may not send, or does not see the thread", async () => {
    await rule([sam, maya, jonas]);
    await test_.db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, sam.id));
    await test_.db.update(members).set({ seesAll: false }).where(eq(members.id, maya.id));
    await test_.db.update(members).set({ role: "client" }).where(eq(members.id, jonas.id));
    const unseen = await add();
    await receive(unseen);
    expect(await ownerOf(unseen.thread.id)).toBeNull();

    const { workspaceId, campaign } = world;
    await test_.db.insert(accessGrants).values({ workspaceId, memberId: maya.id, campaignId: campaign.id });
    const seen = await add();
    await receive(seen);
    expect(await ownerOf(seen.thread.id)).toBe(maya.id);
  });
});

test("a rule whose people are all away or gone gives way to the next that holds, and takes no turn", async () => {
  const first = await rule([sam]);
  await rule([jonas]);
  await rule([maya], { languages: ["de"] });
  const last = await rule([maya]);
  const today = new Date().toISOString().slice(0, 10);
  const { absenceId } = await addAbsence(contextOf(sam, test_.db), { firstDay: today, lastDay: today, note: "" });
  await test_.db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, jonas.id));
  const passedOn = await add();
  await receive(passedOn);
  expect(await ownerOf(passedOn.thread.id)).toBe(maya.id);
  const happened = await test_.db
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.threadId, passedOn.thread.id), eq(events.kind, "thread.assigned")));
  expect(happened).toEqual([{ data: { to: maya.id, rule: last.ruleId } }]);
  const turns = await test_.db.select().from(assignmentTurns).where(eq(assignmentTurns.ruleId, first.ruleId));
  expect(turns).toMatchObject([{ lastTurn: 0 }]);

  await removeAbsence(contextOf(sam, test_.db), { absenceId });
  const again = await add();
  await receive(again);
  expect(await ownerOf(again.thread.id)).toBe(sam.id);
});

describe("who has looked after the lead before keeps it", () => {
  test("by another thread of the lead's, and that is no turn", async () => {
    await rule([sam, maya]);
    const former = await add({ assigneeId: jonas.id });
    const again = { ...(await add({ lead: former.lead })), lead: former.lead };
    await receive(again);
    expect(await ownerOf(again.thread.id)).toBe(jonas.id);

    const other = await add();
    await receive(other);
    expect(await ownerOf(other.thread.id)).toBe(sam.id);
  });

  test("by the thread itself, unless they are away or gone: then it is the rule's turn", async () => {
    await rule([sam]);
    const thread = await add();
    const assign = (assigneeId: string | null) =>
      triageThreads(manager(), { threadIds: [thread.thread.id], change: { kind: "assignee", assigneeId } });
    await assign(maya.id);
    await assign(null);
    await receive(thread);
    expect(await ownerOf(thread.thread.id)).toBe(maya.id);

    await assign(null);
    const today = new Date().toISOString().slice(0, 10);
    await addAbsence(contextOf(maya, test_.db), { firstDay: today, lastDay: today, note: "" });
    await receive(thread, "And what does it cost, if I may ask?");
    expect(await ownerOf(thread.thread.id)).toBe(sam.id);
  });
});

test("a thread that gets a category for which there is a rule is somebody's, one that is somebody's stays theirs", async () => {
  await rule([sam, maya], { categoryIds: [ids.interested] });
  const open = await add();
  const owned = await add({ assigneeId: jonas.id });
  const silent = await add();
  for (const thread of [open, owned]) await receive(thread, "Which halls do you mean, and from when on?");
  expect(await ownerOf(open.thread.id)).toBeNull();

  const threadIds = [open, owned, silent].map(({ thread }) => thread.id);
  await triageThreads(manager(), { threadIds, change: { kind: "category", categoryId: ids.interested } });
  expect(await Promise.all(threadIds.map(ownerOf))).toEqual([sam.id, jonas.id, null]);
});

describe("turns through the database", () => {
  const waiting = async (count: number) => {
    const { workspaceId, mailbox, campaign } = world;
    const values = Array.from({ length: count }, (_, each) => ({
      workspaceId,
      kind: "lead" as const,
      mailboxId: mailbox.id,
      campaignId: campaign.id,
      lastMessageAt: new Date(each),
      lastDirection: "in" as const,
      isAwaitingAnswer: true,
      awaitingSince: new Date(each),
    }));
    const made = await test_.db.insert(threads).values(values).returning({ id: threads.id });
    return made.map(({ id }) => id);
  };
  const ask = (threadId: number) =>
    test_.db.transaction(async (tx) => {
      await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId)).for("no key update");
      await assignByRule(tx, { workspaceId: world.workspaceId, threadIds: [threadId], at: new Date() });
    });

  test("go round in order, one after the other", async () => {
    await rule([sam, maya, jonas]);
    const threadIds = await waiting(99);
    for (const threadId of threadIds) await ask(threadId);
    const owners = await Promise.all(threadIds.map(ownerOf));
    expect(owners).toEqual(threadIds.map((_, index) => [sam.id, maya.id, jonas.id][index % 3]));
  });

  test("are given once each, also by four at once", { timeout: 60_000 }, async () => {
    const { ruleId } = await rule([sam, maya, jonas]);
    const threadIds = await waiting(300);
    const left = [...threadIds];
    const worker = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await ask(next);
    };
    await Promise.all([worker(), worker(), worker(), worker()]);

    const owners = await test_.db
      .select({ memberId: threads.assigneeId })
      .from(threads)
      .where(inArray(threads.id, threadIds));
    const counts = [sam, maya, jonas].map(({ id }) => owners.filter(({ memberId }) => memberId === id).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(Math.max(...counts) - Math.min(...counts)).toBe(0);
    const turns = await test_.db
      .select({ lastTurn: assignmentTurns.lastTurn })
      .from(assignmentTurns)
      .where(eq(assignmentTurns.ruleId, ruleId))
      .orderBy(asc(assignmentTurns.lastTurn));
    expect(turns.map(({ lastTurn }) => lastTurn)).toEqual([298, 299, 300]);
  });
});
