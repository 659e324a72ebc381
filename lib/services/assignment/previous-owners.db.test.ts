import { beforeEach, describe, expect, test } from "vitest";
import { makeAssignmentWorld, type AssignmentWorld } from "@/lib/testing/assignment-world";
import { contextOf } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { useFileFolder } from "@/lib/testing/use-file-folder";
import { addAbsence } from "../absences/add-absence";
import { triageThreads } from "../threads/triage-threads";

const test_ = testDatabase();
useFileFolder();
let world: AssignmentWorld;
beforeEach(async () => {
  world = await makeAssignmentWorld(test_.db);
});

describe("who has looked after the lead before keeps it", () => {
  test("by another thread of the lead's, and that is no turn", async () => {
    const { sam, maya, jonas, rule, ownerOf, add, receive } = world;
    await rule([sam, maya]);
    const former = await add({ assigneeId: jonas.id });
    const again = await add({ lead: former.lead });
    await receive(again);
    expect(await ownerOf(again.thread.id)).toBe(jonas.id);

    const other = await add();
    await receive(other);
    expect(await ownerOf(other.thread.id)).toBe(sam.id);
  });

  test("by the thread itself, unless they are away or gone: then it is the rule's turn", async () => {
    const { sam, maya, asManager, rule, ownerOf, add, receive } = world;
    await rule([sam]);
    const thread = await add();
    const assign = (assigneeId: string | null) =>
      triageThreads(asManager(), { threadIds: [thread.thread.id], change: { kind: "assignee", assigneeId } });
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
