import { expect, test } from "vitest";
import type { SendTimes } from "@/lib/domain/send-times";
import { stepDelay } from "./step-delay";

const TIMES: SendTimes = {
  mailbox: { address: "maya@ledgerline.test", timeZone: "Europe/London", window: null },
  campaign: { name: "Nordic freight", window: { days: [1, 2, 3, 4, 5], start: "09:00", end: "17:00" } },
  country: "PL",
  weekend: [6, 7],
  holidays: [{ date: "2026-11-11", country: "PL", name: "Święto Niepodległości" }],
  capacity: [{ date: "2026-11-12", used: 40, cap: 40 }],
  best: null,
};
const at = (time: string) => stepDelay(new Date(time), TIMES, "Europe/Warsaw");

test("what the machine would put off is said with its reason and when it leaves instead", () => {
  expect(at("2026-11-10T06:30:00Z")).toEqual({ why: "window", leaves: new Date("2026-11-10T08:00:00Z") });
  expect(at("2026-11-14T09:30:00Z")).toEqual({ why: "weekend", leaves: new Date("2026-11-16T08:00:00Z") });
});

test("a public holiday is passed over to the same time of the next day; a full day is said, and moves nothing by itself", () => {
  const leaves = new Date("2026-11-12T09:30:00Z");
  expect(at("2026-11-11T09:30:00Z")).toEqual({ why: "holiday", name: "Święto Niepodległości", leaves });
  expect(at("2026-11-12T09:30:00Z")).toEqual({ why: "full", cap: 40 });
  expect(at("2026-11-13T09:30:00Z")).toBeNull();
});
