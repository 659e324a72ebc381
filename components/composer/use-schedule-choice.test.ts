import { JSDOM } from "jsdom";
import { act, createElement } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readNaturalTime } from "@/lib/domain/natural-time";
import { useScheduleChoice, type ScheduleModel } from "./use-schedule-choice";

const now = new Date("2026-11-11T15:20:00Z");
const zones = { theirs: null, ours: "America/New_York" };
let model: ScheduleModel;
let close: () => void;

function Picker(): null {
  model = useScheduleChoice({ zones, chosen: null, now });
  return null;
}

beforeEach(async () => {
  const { window } = new JSDOM("");
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const { createRoot } = await import("react-dom/client");
  const root = createRoot(window.document.createElement("div"));
  await act(async () => root.render(createElement(Picker)));
  close = () => root.unmount();
});
afterEach(async () => {
  await act(async () => close());
  vi.unstubAllGlobals();
});

const type = (text: string) => act(async () => model.say(text, readNaturalTime(text, { now, ...zones })));
const chosen = () => (model.choice.state === "chosen" ? model.choice.instant.toISOString() : model.choice.state);

test("words that say no time leave none chosen: not the one that stood there, nor what their beginning meant", async () => {
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
  await type("someday");
  await act(async () => model.changeFields({ date: "2026-11-13", time: "10:00" }));
  expect([chosen(), model.words]).toEqual(["2026-11-13T15:00:00.000Z", ""]);

  await type("someday");
  await act(async () => model.changeZone("Europe/London"));
  expect([chosen(), model.words]).toEqual(["unclear", "someday"]);
  await act(async () => model.choose({ instant: new Date("2026-11-16T14:00:00Z"), zone: zones.ours, change: "none" }));
  expect([chosen(), model.words]).toEqual(["2026-11-16T14:00:00.000Z", ""]);
});
