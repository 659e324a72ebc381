import { expect, test } from "vitest";
import { minutesAgo } from "./minutes-ago";

const now = new Date("2026-11-25T10:00:00Z");

test("minutes are told within the hour, and never of the future", () => {
  const ago = (at: string) => minutesAgo(at, now);
  expect(ago("2026-11-25T09:59:30Z")).toBe(0);
  expect(ago("2026-11-25T09:40:00Z")).toBe(20);
  expect(ago("2026-11-25T09:00:01Z")).toBe(59);
  expect(ago("2026-11-25T09:00:00Z")).toBeNull();
  expect(ago("2026-11-25T10:00:20Z")).toBe(0);
  expect(ago("2026-11-25T10:05:00Z")).toBeNull();
});
