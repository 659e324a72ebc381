import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { events, notifications } from "@/lib/db/schema";
import { makeAssignmentWorld, type AssignmentWorld } from "@/lib/testing/assignment-world";
import { hearChanges } from "@/lib/testing/hear-changes";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { useFileFolder } from "@/lib/testing/use-file-folder";
import { ingestMessage } from "../messages/ingest-message";
import { mergeThreads } from "../messages/merge-threads";
import { readIncoming } from "../messages/read-incoming";
import { storeIncoming } from "../messages/store-incoming";
import { UndoTriageInput } from "../threads/schemas";
import { triageThreads } from "../threads/triage-threads";
import { undoTriage } from "../threads/undo-triage";
import { pauseAssignmentRule } from "./pause-assignment-rule";
import { previousOwners } from "./previous-owners";

const test_ = testDatabase();
useFileFolder();
let world: AssignmentWorld;
beforeEach(async () => {
  world = await makeAssignmentWorld(test_.db);
});

describe("a lead's answer", () => {
  test("is the next person's, who is told, with the rule in the history", async () => {
    const { sam, maya, rule, rowOf, ownerOf, add, receive } = world;
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
    const { sam, maya, jonas, rule, ownerOf, add, inputOf, deps } = world;
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
    const { sam, rule, rowOf, add, receive } = world;
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
    const { sam, jonas, rule, ownerOf, add, receive } = world;
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
    const { sam, rule, ownerOf, add, inputOf, deps, receive } = world;
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
    const { sam, maya, asManager, rule, ownerOf, add, receive, categoryIds } = world;
    const first = await rule([sam], { categoryIds: [categoryIds.interested] });
    await rule([maya]);
    const [interested, other, resting] = [await add(), await add(), await add()];
    await receive(interested, "This sounds interesting.");
    await receive(other, "Which halls do you mean, and from when on?");
    await pauseAssignmentRule(asManager(), { ruleId: first.ruleId, isPaused: true });
    await receive(resting, "This sounds interesting.");
    expect(await ownerOf(interested.thread.id)).toBe(sam.id);
    expect(await ownerOf(other.thread.id)).toBe(maya.id);
    expect(await ownerOf(resting.thread.id)).toBe(maya.id);
  });
});

test("a thread that gets a category for which there is a rule is somebody's, one that is somebody's stays theirs", async () => {
  const { sam, maya, jonas, asManager, rule, ownerOf, add, receive, categoryIds } = world;
  await rule([sam, maya], { categoryIds: [categoryIds.interested] });
  const open = await add();
  const owned = await add({ assigneeId: jonas.id });
  const silent = await add();
  for (const thread of [open, owned]) await receive(thread, "Which halls do you mean, and from when on?");
  expect(await ownerOf(open.thread.id)).toBeNull();

  const threadIds = [open, owned, silent].map(({ thread }) => thread.id);
  await triageThreads(asManager(), { threadIds, change: { kind: "category", categoryId: categoryIds.interested } });
  expect(await Promise.all(threadIds.map(ownerOf))).toEqual([sam.id, jonas.id, null]);
});

describe("taking back the category by which a rule gave a thread away", () => {
  const givenByMistake = async () => {
    const { sam, asManager, rule, add, receive, categoryIds } = world;
    await rule([sam], { categoryIds: [categoryIds.interested] });
    const added = await add();
    await receive(added, "Which halls do you mean, and from when on?");
    const { id } = added.thread;
    const change = { kind: "category", categoryId: categoryIds.interested } as const;
    const { kind, changed } = await triageThreads(asManager(), { threadIds: [id], change });
    expect(await world.ownerOf(id)).toBe(sam.id);
    const takeBack = () => undoTriage(asManager(), UndoTriageInput.parse({ kind, items: changed }));
    return { ...added, id, takeBack };
  };

  test("makes it nobody's again: nobody is told, and nobody has looked after it", async () => {
    const { id, takeBack } = await givenByMistake();

    const heard = await hearChanges(test_.pool, world.workspaceId, async () => void (await takeBack()));

    expect(await world.rowOf(id)).toMatchObject({ assigneeId: null, assignedAt: null });
    expect(await test_.db.$count(notifications, eq(notifications.threadId, id))).toBe(0);
    expect(heard).toContainEqual(expect.objectContaining({ kind: "personal", memberId: world.sam.id }));
    expect(await previousOwners(test_.db, { id, leadId: null })).toEqual([]);
  });

  test("leaves it with whom a person has given it since, and with its owner who has answered", async () => {
    const { sam, maya, asManager, ownerOf } = world;
    const given = await givenByMistake();
    await triageThreads(asManager(), {
      threadIds: [given.id],
      change: { kind: "assignee", assigneeId: maya.id },
    });
    await given.takeBack();
    expect(await ownerOf(given.id)).toBe(maya.id);

    const answered = await givenByMistake();
    await makeReply(test_.db, { ...world, ...answered }, { authorId: sam.id, acceptedAt: new Date() });
    await answered.takeBack();
    expect(await ownerOf(answered.id)).toBe(sam.id);
  });

  test("gives the turns back, unless the rule has given another one since", async () => {
    const { sam, maya, jonas, asManager, rule, add, categoryIds, ownerOf } = world;
    await rule([sam, maya, jonas], { categoryIds: [categoryIds.interested] });
    const change = { kind: "category", categoryId: categoryIds.interested } as const;
    const categorise = async (count: number) => {
      const added = await Promise.all(Array.from({ length: count }, () => add({ messages: [{ direction: "in" }] })));
      const threadIds = added.map(({ thread }) => thread.id);
      const { kind, changed } = await triageThreads(asManager(), { threadIds, change });
      const takeBack = () => undoTriage(asManager(), UndoTriageInput.parse({ kind, items: changed }));
      return { owners: await Promise.all(threadIds.map(ownerOf)), takeBack };
    };
    const both = await categorise(2);
    expect(new Set(both.owners)).toEqual(new Set([sam.id, maya.id]));

    await both.takeBack();

    expect((await categorise(1)).owners).toEqual([sam.id]);
    const second = await categorise(1);
    expect([...second.owners, ...(await categorise(1)).owners]).toEqual([maya.id, jonas.id]);
    await second.takeBack();
    expect((await categorise(1)).owners).toEqual([sam.id]);
  });
});
