import { beforeEach, expect, test } from "vitest";
import type { Invitation } from "@/lib/domain/invitation";
import { contextOf, makeMessage, makeWorld, type World } from "@/lib/testing/factories";
import { meeting } from "@/lib/testing/meeting";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listSchedule } from "./list-schedule";

const test_ = testDatabase();
const NOW = new Date("2026-11-16T08:00:00Z");
const NOVEMBER = { from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" };
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const month = () =>
  listSchedule(
    contextOf(world.member, test_.db, () => NOW),
    NOVEMBER,
  );
const times = async () => (await month()).items.map(({ at: time }) => time);
const at = (time: string) => new Date(time);
const message = (values: Partial<Parameters<typeof makeMessage>[2]>) => makeMessage(test_.db, world, values);

test("a meeting that was moved, called off or declined stands at its new time or not at all", async () => {
  const asked = at("2026-11-09T09:00:00Z");
  const later = at("2026-11-10T09:00:00Z");
  await message({ sentAt: asked, invitation: meeting() });
  await message({ sentAt: later, invitation: meeting({ start: "2026-11-20T10:00:00.000Z" }) });
  await message({ sentAt: asked, invitation: meeting({ uid: "two@lead.test" }) });
  await message({ sentAt: later, invitation: meeting({ uid: "two@lead.test", method: "cancel" }) });
  const we = { name: "", address: world.mailbox.address };
  await message({ sentAt: asked, invitation: meeting({ uid: "3", attendees: [{ ...we, answer: "waiting" }] }) });
  const declined = meeting({ uid: "3", method: "reply", attendees: [{ ...we, answer: "declined" }] });
  await message({ sentAt: later, direction: "out", invitation: declined });

  expect(await times()).toEqual(["2026-11-20T10:00:00.000Z"]);
});

test("each of a series stands at its time, without those that were left out, moved, called off or declined", async () => {
  const sentAt = at("2026-10-01T09:00:00Z");
  const starts = [5, 12, 19, 26].map((day) => `2026-11-${String(day).padStart(2, "0")}T10:00:00.000Z`);
  const [first, second, third, fourth] = starts as [string, string, string, string];
  const series = { of: null, without: [first], moved: [] };
  const start = "2026-10-01T10:00:00.000Z";
  await message({ sentAt, invitation: meeting({ start, end: null, repeats: "FREQ=WEEKLY;COUNT=9", series }) });
  expect(await times()).toEqual([second, third, fourth]);
  expect(new Set((await month()).items.map(({ id }) => id)).size).toBe(3);

  const one = (of: string, change: Partial<Invitation> = {}) =>
    meeting({ start: of, end: null, series: { of, without: [], moved: [] }, ...change });
  await message({ sentAt: at("2026-11-10T09:00:00Z"), invitation: one(second, { start: "2026-11-13T08:00:00.000Z" }) });
  await message({ sentAt: at("2026-11-11T09:00:00Z"), invitation: one(third, { method: "cancel" }) });
  expect(await times()).toEqual(["2026-11-13T08:00:00.000Z", fourth]);

  const attendees = [{ name: "", address: world.mailbox.address, answer: "declined" as const }];
  const declined = one(fourth, { method: "reply", attendees });
  await message({ sentAt: at("2026-11-12T09:00:00Z"), direction: "out", invitation: declined });
  expect(await times()).toEqual(["2026-11-13T08:00:00.000Z"]);
});

test("a series that began years ago still stands there, with the dates that were added to its rule", async () => {
  const added = { of: "2026-11-20T15:00:00.000Z", start: "2026-11-20T15:00:00.000Z", end: null, title: "Once more" };
  const series = { of: null, without: [], moved: [added] };
  const start = "2023-11-05T10:00:00.000Z";
  const invitation = meeting({ start, end: null, repeats: "FREQ=MONTHLY;BYDAY=2WE", series });
  await message({ sentAt: at("2023-11-01T09:00:00Z"), invitation });
  await message({ sentAt: at("2023-11-01T09:00:00Z"), invitation: meeting({ uid: "old", start }) });

  expect(await times()).toEqual(["2026-11-11T10:00:00.000Z", added.start]);
});
