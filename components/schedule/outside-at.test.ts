import { expect, test } from "vitest";
import type { MailboxLane } from "@/lib/domain/schedule-item";
import { judgedAt, outsideAt } from "./outside-at";

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

test("a holiday of a country that nobody else on screen is in is asked about, and what cannot be read keeps nothing", async () => {
  const shown = [{ date: "2026-11-11", country: "FR", name: "Armistice 1918" }];
  const at = new Date("2026-11-11T10:00:00Z");
  const judged = (read: () => Promise<typeof poland>) => judgedAt(at, mailbox, warsaw, { shown, read });
  expect(await judged(() => Promise.resolve(poland))).toMatchObject({ why: "holiday" });
  expect(await judged(() => Promise.reject(new Error("unreachable")))).toBeNull();
});
