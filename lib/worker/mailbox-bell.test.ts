import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { makeBell } from "./mailbox-bell";

test("a sleep that is over leaves nothing behind on the signal", async () => {
  const { signal } = new AbortController();
  const bell = makeBell();

  await bell.sleep(1, signal);
  bell.ring();
  const hasRung = await bell.sleep(60_000, signal);

  expect(hasRung).toBe(true);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
