import { expect, test } from "vitest";
import { isWeekend, type FreeDay } from "@/lib/domain/schedule-presets";
import { drawnHook } from "@/lib/testing/drawn-hook";
import { useScheduleChoice } from "./use-schedule-choice";

const now = new Date("2026-11-11T15:20:00Z");
const zones = { theirs: null, ours: "America/New_York" };

async function openPicker(known: () => FreeDay | null = () => isWeekend) {
  const { now: model, does } = await drawnHook(() => useScheduleChoice({ zones, chosen: null, now, isFree: known() }));
  const chosen = () => {
    const { choice } = model();
    return choice.state === "chosen" ? choice.instant.toISOString() : choice.state;
  };
  const type = (text: string) => does(() => model().say(text));
  return { model, does, type, chosen };
}

test("words that say no time leave none chosen: not the one that stood there, nor what their beginning meant", async () => {
  const { type, chosen } = await openPicker();
  expect(chosen()).toBe("2026-11-11T16:20:00.000Z");
  await type("someday");
  expect(chosen()).toBe("unclear");
  await type("tomorrow");
  expect(chosen()).toBe("2026-11-12T14:00:00.000Z");
  for (const unclear of ["tomorrow or so", "tomorrow 9 their time", "today 9:00"]) {
    await type(unclear);
    expect(chosen()).toBe("unclear");
  }
  await type("");
  expect(chosen()).toBe("2026-11-12T14:00:00.000Z");
});

test("a day, a time or an offer that is picked counts, and the words that may say another one go", async () => {
  const { model, does, type, chosen } = await openPicker();
  await type("someday");
  await does(() => model().changeFields({ date: "2026-11-13", time: "10:00" }));
  expect([chosen(), model().words]).toEqual(["2026-11-13T15:00:00.000Z", ""]);

  await type("someday");
  await does(() => model().changeZone("Europe/London"));
  expect([chosen(), model().words]).toEqual(["unclear", "someday"]);
  await does(() => model().choose({ instant: new Date("2026-11-16T14:00:00Z"), zone: zones.ours, change: "none" }));
  expect([chosen(), model().words]).toEqual(["2026-11-16T14:00:00.000Z", ""]);
});

test("business days wait for the holidays, and are counted again when others are known", async () => {
  let isFree: FreeDay | null = null;
  const { model, does, type, chosen } = await openPicker(() => isFree);
  const learn = (days: FreeDay) => does(() => ((isFree = days), model().setMonth("2026-11")));
  await type("tomorrow");
  expect(chosen()).toBe("2026-11-12T14:00:00.000Z");

  await type("in 2 business days");
  expect(chosen()).toBe("unclear");
  await learn((date) => isWeekend(date) || date === "2026-11-12");
  expect(chosen()).toBe("2026-11-16T14:00:00.000Z");

  await does(() => model().changeZone("Europe/London"));
  await learn(isWeekend);
  expect([chosen(), model().words, model().zone]).toEqual([
    "2026-11-13T14:00:00.000Z",
    "in 2 business days",
    "Europe/London",
  ]);
});
