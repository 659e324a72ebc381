import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeStorage } from "@/lib/testing/fake-storage";
import type { KeptChain } from "./chain-draft";
import { keepChain, keptChain, rememberWaits, waitFor } from "./kept-chain";

beforeEach(() => void vi.stubGlobal("localStorage", fakeStorage()));
afterEach(() => void vi.unstubAllGlobals());

const STEP: KeptChain["steps"][number] = {
  bodyHtml: "<p>Hi</p>",
  templateIds: [],
  wait: { count: 2, unit: "days", time: "09:10" },
};

test("what was begun is found again by its author in its thread and place, until it is planned", () => {
  const kept: KeptChain = { steps: [STEP], stopCategoryIds: null, awayRule: "stop" };
  keepChain(7, "maya", "thread", kept);

  expect(keptChain(7, "maya", "thread")).toEqual(kept);
  expect([keptChain(8, "maya", "thread"), keptChain(7, "jonas", "thread"), keptChain(7, "maya", "reply")]).toEqual([
    null,
    null,
    null,
  ]);
  keepChain(7, "maya", "thread", null);
  expect(keptChain(7, "maya", "thread")).toBeNull();
});

test("what cannot be read is as if nothing had been kept", () => {
  for (const stored of ["{", "null", '{"steps":[]}', '{"steps":[{"bodyHtml":"x","wait":{"count":"2"}}]}']) {
    localStorage.setItem("follow-ups:maya:7", stored);
    expect(keptChain(7, "maya", "thread"), stored).toBeNull();
  }
});

test("the waits of the last plan are offered, and what is usual behind them", () => {
  rememberWaits([{ ...STEP.wait, count: 5 }]);

  expect(waitFor(0)).toEqual({ count: 5, unit: "days", time: "09:10" });
  expect(waitFor(1)).toMatchObject({ count: 1, unit: "weeks" });
  expect(waitFor(9)).toMatchObject({ count: 2, unit: "weeks" });
});
