import { expect, test } from "vitest";
import type { MailboxLane, Schedule, ScheduleItem } from "@/lib/domain/schedule-item";
import { monthDays } from "./month-day";

const lane = (id: string, dailyCap: number | null) => ({ id, dailyCap }) as MailboxLane;
const schedule = (...mailboxes: MailboxLane[]): Schedule => ({
  items: [],
  trouble: [],
  capacity: [{ mailboxId: "a", date: "2026-11-25", used: 50, cap: 50 }],
  mailboxes,
  people: [],
  holidays: [],
  isWhole: true,
});

test.each([
  ["one that is full and one with room", [lane("a", 50), lane("b", 50)], 100],
  ["one that may send any number", [lane("a", 50), lane("b", null)], null],
])("a day may hold what all mailboxes may send, idle ones too: %s", (_what, mailboxes, cap) => {
  const [busy, idle] = monthDays(schedule(...mailboxes), ["2026-11-25", "2026-11-26"], "UTC");
  expect([busy!.used, busy!.cap]).toEqual([50, cap]);
  expect([idle!.used, idle!.cap]).toEqual([0, cap]);
});

const item = (kind: ScheduleItem["kind"], at: string, isAllDay = false) =>
  ({ id: `${kind} ${at}`, kind, at, isAllDay, reply: null, category: null }) as ScheduleItem;

test("what somebody has to do is named before who is back from leave, and these are counted", () => {
  const back = ["a", "b", "c"].map((id) => ({ ...item("return", "2026-11-25T00:00:00Z", true), id }));
  const items = [...back, item("meeting", "2026-11-25T09:00:00Z"), item("reminder", "2026-11-25T10:00:00Z")];

  const [day] = monthDays({ ...schedule(), items }, ["2026-11-25"], "UTC");

  expect(day!.named.map(({ kind }) => kind)).toEqual(["return", "meeting", "reminder"]);
  expect(day!.figures).toEqual([{ state: "return", count: 2 }]);
});

test("what takes the whole day comes first on whichever clock", () => {
  const items = [item("meeting", "2026-11-24T23:30:00Z"), item("task", "2026-11-25T00:00:00Z", true)];

  const [day] = monthDays({ ...schedule(), items }, ["2026-11-25"], "Asia/Tokyo");

  expect(day!.named.map(({ kind }) => kind)).toEqual(["task", "meeting"]);
});
