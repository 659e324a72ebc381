import { expect, test } from "vitest";
import type { MailboxLane, Schedule } from "@/lib/domain/schedule-item";
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
