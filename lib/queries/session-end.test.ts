import { afterEach, expect, test, vi } from "vitest";
import { askForSession, followSessionEnd, holdSessionEnd, isSessionOver, releaseSessionEnd } from "./session-end";

afterEach(() => vi.unstubAllGlobals());

test("a page that ends its session itself is told nothing of it, unless it stays", async () => {
  const asked = vi.fn(() => Promise.resolve(Response.json({})));
  vi.stubGlobal("fetch", asked);
  const told = vi.fn();
  followSessionEnd(told);

  const asking = askForSession();
  holdSessionEnd();
  await asking;
  await askForSession();
  expect(told).not.toHaveBeenCalled();
  expect(isSessionOver()).toBe(false);
  expect(asked).toHaveBeenCalledTimes(1);

  releaseSessionEnd();
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  expect(isSessionOver()).toBe(true);
});
