import { expect, test } from "vitest";
import type { ThreadView } from "@/lib/domain/thread-view";
import { zonesOf } from "./zones-of";

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
