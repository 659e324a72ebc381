import { expect, test } from "vitest";
import type { ThreadView } from "@/lib/domain/thread-view";
import { isForLead, zonesOf } from "./zones-of";

const viewer = { timeZone: "Europe/Berlin" };
const clock = (certainty: "known" | "likely" | "guess", zone = "Asia/Tokyo"): ThreadView["clock"] => ({
  zone,
  certainty,
  why: "phone",
  country: "JP",
  sentAt: null,
  by: null,
});

test("the other side's clock counts from wherever it is known, but a guess plans nothing", () => {
  expect(zonesOf({ clock: clock("known") }, viewer)).toEqual({ theirs: "Asia/Tokyo", ours: "Europe/Berlin" });
  expect(zonesOf({ clock: clock("likely", "+03:00") }, viewer).theirs).toBe("+03:00");
  expect(zonesOf({ clock: clock("guess") }, viewer).theirs).toBeNull();
  expect(zonesOf({ clock: null }, viewer).theirs).toBeNull();
});

test("a forward goes by the lead's clock only where the lead is among those who get it", () => {
  const thread = { lead: { email: "ana@lead.test" } as ThreadView["lead"] };
  const nobody = { to: [], cc: [], bcc: [] };
  expect(isForLead(thread, nobody)).toBe(true);
  expect(isForLead(thread, { ...nobody, kind: "forward", to: ["kim@partner.test"] })).toBe(false);
  expect(isForLead(thread, { ...nobody, kind: "forward", cc: ["Ana <ANA@lead.test>"] })).toBe(true);
});
