import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, members } from "@/lib/db/schema";
import { contextOf, makeMember, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { teamLoad } from "../schedule/team-load";
import { listFilters } from "../threads/list-filters";
import { addAbsence } from "./add-absence";
import { listAbsences } from "./list-absences";
import { removeAbsence } from "./remove-absence";
import { AddAbsenceInput } from "./schemas";

const test_ = testDatabase();
let world: World;
let maya: MemberRow;
beforeEach(async () => {
  world = await makeWorld(test_.db);
  maya = await makeMember(test_.db, { workspaceId: world.workspaceId, name: "Maya Ortiz" });
});

const NOW = new Date("2026-12-24T12:00:00Z");
const ctx = (member: MemberRow) => contextOf(member, test_.db, () => NOW);
const days = { firstDay: "2026-12-24", lastDay: "2026-12-26", note: "Family" };

test("everybody enters their own days, and who leads enters anybody's", async () => {
  const own = await addAbsence(ctx(world.member), days);
  await addAbsence(ctx(world.manager), { ...days, memberId: maya.id });
  await expect(addAbsence(ctx(world.member), { ...days, memberId: maya.id })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await listAbsences(ctx(world.member))).toEqual([
    { id: own.absenceId, person: { id: world.member.id, name: "Sam Reed" }, ...days },
  ]);
  expect((await listAbsences(ctx(world.manager), { of: "all" })).map(({ person }) => person.name)).toEqual([
    "Maya Ortiz",
    "Sam Reed",
  ]);
  await expect(listAbsences(ctx(world.member), { of: "all" })).rejects.toMatchObject({ code: "forbidden" });
});

test("what is over is not listed, and a foreign workspace has none of it", async () => {
  await addAbsence(ctx(world.member), { ...days, firstDay: "2026-12-20", lastDay: "2026-12-22" });
  expect(await listAbsences(ctx(world.member))).toEqual([]);
  const foreign = await makeWorld(test_.db);
  await expect(addAbsence(ctx(foreign.manager), { ...days, memberId: maya.id })).rejects.toMatchObject({
    code: "not_found",
  });
  const { absenceId } = await addAbsence(ctx(maya), days);
  await expect(removeAbsence(ctx(foreign.manager), { absenceId })).rejects.toMatchObject({ code: "not_found" });
});

test("only its owner and who leads take an absence back, and the history knows of both", async () => {
  const { absenceId } = await addAbsence(ctx(maya), days);
  await expect(removeAbsence(ctx(world.member), { absenceId })).rejects.toMatchObject({ code: "not_found" });
  await removeAbsence(ctx(world.manager), { absenceId });
  expect(await listAbsences(ctx(maya))).toEqual([]);
  const told = await test_.db.select().from(events).where(eq(events.subjectId, absenceId));
  expect(new Map(told.map(({ kind, memberId }) => [kind, memberId]))).toEqual(
    new Map([
      ["absence.added", maya.id],
      ["absence.removed", world.manager.id],
    ]),
  );
});

test("an absence ends no earlier than it begins", () => {
  const parsed = AddAbsenceInput.safeParse({ firstDay: "2026-12-24", lastDay: "2026-12-23" });
  expect(parsed.error?.issues).toMatchObject([{ path: ["lastDay"], message: "ends_before" }]);
});

test("whom threads are given to is shown as away by their own clock, and the team's calendar shows the days", async () => {
  await addAbsence(ctx(maya), days);
  await addAbsence(ctx(world.member), { ...days, firstDay: "2026-12-25", lastDay: "2026-12-25" });
  await test_.db.update(members).set({ timeZone: "Pacific/Auckland" }).where(eq(members.id, world.member.id));
  expect((await listFilters(ctx(world.manager))).away).toEqual(
    expect.arrayContaining([
      { memberId: maya.id, until: "2026-12-26" },
      { memberId: world.member.id, until: "2026-12-25" },
    ]),
  );
  const load = await teamLoad(ctx(world.manager), { from: "2026-12-21T00:00:00Z", to: "2026-12-28T00:00:00Z" });
  expect(load.people.find(({ person }) => person.id === maya.id)?.absences).toEqual([
    { firstDay: "2026-12-24", lastDay: "2026-12-26" },
  ]);
  expect(load.people.find(({ person }) => person.id === world.manager.id)?.absences).toEqual([]);
});
