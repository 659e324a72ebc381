import { expect, test } from "vitest";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { daysOfView } from "./days-of-view";
import { laneAxis } from "./lane-axis";
import { stackItems } from "./stack-items";

const axis = laneAxis(daysOfView("week", "2026-11-19"), 1096, { times: [], busy: new Set() }, "UTC");

const itemAt = (
  at: string,
  given: Partial<ScheduleItem> = {},
  chain: [string, number] | null = null,
): ScheduleItem => ({
  id: `${at} ${given.name ?? ""}`,
  kind: "reply",
  at: `2026-11-${at}:00Z`,
  end: null,
  isAllDay: false,
  threadId: 1,
  name: "Henrik Solvang",
  company: "",
  subject: "",
  words: "",
  category: null,
  clock: null,
  mailboxId: "m",
  person: null,
  comesUp: null,
  reply: {
    status: "scheduled",
    heldReason: null,
    reason: null,
    condition: "always",
    chain: chain ? { id: chain[0], step: chain[1], steps: 3 } : null,
    isMachines: chain !== null,
    zone: null,
    outside: null,
    isOverdue: false,
  },
  ...given,
});

test("what would lie over another goes to the next line, and what has room shares one", () => {
  const { placed, lines } = stackItems([itemAt("18T09:00"), itemAt("18T10:00"), itemAt("20T09:00")], axis, 6);
  expect(placed.map(({ line }) => line)).toEqual([0, 1, 0]);
  expect(lines).toBe(2);
});

test("the steps of a chain share a line, on which nothing else lies between them", () => {
  const chain = [itemAt("16T09:00", {}, ["c", 1]), itemAt("19T09:00", {}, ["c", 2])];
  const { placed, chains } = stackItems([...chain, itemAt("18T09:00")], axis, 6);
  expect(placed.map(({ line }) => line)).toEqual([0, 1, 0]);
  expect(chains).toMatchObject([{ line: 0 }]);
});

test("words stand on the day of their mark where they have room there, and never under the day before", () => {
  const busy = new Set(["2026-11-21", "2026-11-22"]);
  const whole = laneAxis(daysOfView("week", "2026-11-19"), 980, { times: [], busy }, "UTC");
  const items = ["20T19:30", "21T07:15", "21T19:50", "22T07:15", "22T13:00", "22T19:50"].map((at) => itemAt(at));
  const { placed } = stackItems(items, whole, 9);
  for (const { item, left, width, isFlipped } of placed) {
    const day = whole.days.find(({ date }) => date === item.at.slice(0, 10))!;
    expect(isFlipped ? left - width : left).toBeGreaterThanOrEqual(day.left);
    expect(isFlipped ? left : left + width).toBeLessThanOrEqual(whole.width);
  }
});

test("words of what stands late in its day are before the mark, cut to its day rather than under the next one", () => {
  const name = "Wilhelmina Bartholomew-Featherstone";
  const late = laneAxis(
    daysOfView("week", "2026-11-19"),
    1096,
    { times: ["2026-11-18T23:30:00Z"], busy: new Set() },
    "UTC",
  );
  const { placed } = stackItems([itemAt("18T23:30", { name }), itemAt("19T17:00", { name })], late, 6);
  for (const { item, left, width, isFlipped } of placed) {
    const day = late.days.find(({ date }) => date === item.at.slice(0, 10))!;
    expect(isFlipped).toBe(true);
    expect(left - width).toBeGreaterThanOrEqual(day.left);
    expect(width).toBeGreaterThan(80);
  }
});

test("where lines are few, leads who want something stay and the rest are counted by day", () => {
  const wants = { id: "c", name: "Interested", kind: "interested", sentiment: "positive" } as const;
  const items = [itemAt("18T09:00", { name: "Ana" }), itemAt("18T09:00", { name: "Ben", category: wants })];
  const { placed, more } = stackItems(items, axis, 1);
  expect(placed.map(({ item }) => item.name)).toEqual(["Ben"]);
  expect(more.get("2026-11-18")).toHaveLength(1);
});

test("where lines are few, what somebody has to do has them before who is back from leave", () => {
  const back = itemAt("18T00:00", { name: "Ana", kind: "return", isAllDay: true, reply: null });
  const meeting = itemAt("18T08:00", { name: "Ben", kind: "meeting", reply: null });
  const { placed } = stackItems([back, meeting, itemAt("18T08:00", { name: "Cem" })], axis, 1);
  expect(placed.map(({ item }) => item.name)).toEqual(["Ben"]);
  expect(stackItems([back, itemAt("18T07:00")], axis, 1).placed.map(({ item }) => item.name)).toEqual(["Ana"]);
});
