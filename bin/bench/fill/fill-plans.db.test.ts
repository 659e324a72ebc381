import { expect, test } from "vitest";
import { contextOf, makeWorld } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listSchedule } from "@/lib/services/schedule/list-schedule";
import { fillPlans } from "./fill-plans";

const test_ = testDatabase();

test("the month after next is filled with replies and reminders on its workdays, all of them movable", async () => {
  const world = await makeWorld(test_.db);
  const now = new Date("2026-11-16T08:00:00Z");

  const monday = await fillPlans(test_.db, { memberId: world.member.id, count: 200, now });

  expect(monday).toBe("2027-01-04");
  const span = { from: "2027-01-01T00:00:00Z", to: "2027-02-01T00:00:00Z" };
  const { items, isWhole, trouble } = await listSchedule(
    contextOf(world.member, test_.db, () => now),
    span,
  );
  expect([items.length, isWhole, trouble.length]).toEqual([200, true, 0]);
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(["reply", "reminder"]));
  expect(items.filter(({ at }) => [0, 6].includes(new Date(at).getUTCDay()))).toEqual([]);
});
