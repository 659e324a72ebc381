import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { accessGrants, assignmentTurns, events, members } from "@/lib/db/schema";
import { makeAssignmentWorld, type AssignmentWorld } from "@/lib/testing/assignment-world";
import { contextOf } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { useFileFolder } from "@/lib/testing/use-file-folder";
import { addAbsence } from "../absences/add-absence";
import { removeAbsence } from "../absences/remove-absence";

const test_ = testDatabase();
useFileFolder();
let world: AssignmentWorld;
beforeEach(async () => {
  world = await makeAssignmentWorld(test_.db);
});

describe("who is not there is given none", () => {
  test("on a day of an absence, by their own clock", async () => {
    const { sam, maya, rule, ownerOf, add, receive } = world;
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
    const { sam, maya, jonas, rule, ownerOf, add, receive } = world;
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
  const { sam, maya, jonas, rule, ownerOf, add, receive } = world;
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
  expect(happened).toMatchObject([{ data: { to: maya.id, rule: last.ruleId } }]);
  const turns = await test_.db.select().from(assignmentTurns).where(eq(assignmentTurns.ruleId, first.ruleId));
  expect(turns).toMatchObject([{ lastTurn: 0 }]);

  await removeAbsence(contextOf(sam, test_.db), { absenceId });
  const again = await add();
  await receive(again);
  expect(await ownerOf(again.thread.id)).toBe(sam.id);
});
