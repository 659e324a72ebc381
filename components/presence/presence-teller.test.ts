import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Presence } from "@/lib/domain/presence";
import { presenceTeller } from "./presence-teller";

let said: (Presence | null)[] = [];
let stop = () => undefined as void;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function open(isShown = true) {
  const teller = presenceTeller((state) => said.push(state), isShown);
  stop = teller.stop;
  return teller;
}

test("who passes by is not told of, and leaves without a word", () => {
  open().stop();
  vi.advanceTimersByTime(60_000);

  expect(said).toEqual([]);
});

test("a shown thread is viewed, and says so again while it is", () => {
  open();
  vi.advanceTimersByTime(500);
  expect(said).toEqual(["viewing"]);

  vi.advanceTimersByTime(49_500);
  expect(said).toEqual(["viewing", "viewing", "viewing"]);
});

test("each word is writing told once, until a minute after the last one or until none is left", () => {
  const teller = open();
  vi.advanceTimersByTime(1_000);
  teller.write(true);
  vi.advanceTimersByTime(20_000);
  teller.write(true);
  expect(said).toEqual(["viewing", "writing"]);

  vi.advanceTimersByTime(59_000);
  expect(said.at(-1)).toBe("writing");
  vi.advanceTimersByTime(1_000);
  expect(said.at(-1)).toBe("viewing");

  teller.write(true);
  teller.write(false);
  expect(said.slice(-2)).toEqual(["writing", "viewing"]);
});

test("a tab that is hidden leaves at once, says nothing while it is, and comes back as it was", () => {
  const teller = open();
  vi.advanceTimersByTime(1_000);
  teller.write(true);
  teller.show(false);
  expect(said).toEqual(["viewing", "writing", null]);

  vi.advanceTimersByTime(30_000);
  expect(said).toHaveLength(3);
  teller.show(true);
  expect(said.at(-1)).toBe("writing");

  teller.stop();
  expect(said.at(-1)).toBeNull();
  vi.advanceTimersByTime(120_000);
  expect(said.at(-1)).toBeNull();
});
