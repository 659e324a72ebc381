import { expect, test } from "vitest";
import type { MailboxLane } from "@/lib/domain/schedule-item";
import { outsideAt } from "./outside-at";

const mailbox: MailboxLane = {
  id: "m",
  address: "maya@ledgerline.test",
  colour: 1,
  timeZone: "Europe/London",
  window: { days: [1, 2, 3, 4, 5], start: "09:00", end: "17:00" },
  dailyCap: 40,
  minimumGap: 0,
  isStopped: false,
};
const warsaw = {
  clock: { zone: "Europe/Warsaw", certainty: "known", why: "record" },
  judgedBy: { country: "PL", campaignWindow: null },
} as const;
const poland = [{ date: "2026-11-11", country: "PL", name: "Narodowe Święto Niepodległości" }];

test("a time inside the window on a working day needs no question", () => {
  expect(outsideAt(new Date("2026-11-19T09:00:00Z"), mailbox, warsaw, poland)).toBeNull();
});

test("the window is read on the mailbox's clocks, weekends and holidays on the lead's", () => {
  expect(outsideAt(new Date("2026-11-19T17:00:00Z"), mailbox, warsaw, poland)).toEqual({ why: "window" });
  expect(outsideAt(new Date("2026-11-20T23:30:00Z"), mailbox, warsaw, poland)).toEqual({ why: "weekend" });
  expect(outsideAt(new Date("2026-11-11T10:00:00Z"), mailbox, warsaw, poland)).toMatchObject({ why: "holiday" });
  expect(outsideAt(new Date("2026-11-11T10:00:00Z"), mailbox, { clock: null }, poland)).toBeNull();
});
