import { expect, test } from "vitest";
import { drawnHook } from "@/lib/testing/drawn-hook";
import { useAfterPress } from "./use-after-press";

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));
const send = (kind: string) => window.dispatchEvent(new window.Event(kind));

test.each(["pointerup", "pointercancel", "dragend"])("what waits for a press is done once, after %s", async (end) => {
  const { now } = await drawnHook(() => useAfterPress());
  let done = 0;
  now()(() => done++);
  expect(done).toBe(1);

  send("pointerdown");
  now()(() => done++);
  await tick();
  expect(done).toBe(1);
  send(end);
  expect(done).toBe(1);
  await tick();
  expect(done).toBe(2);
  send("pointerup");
  await tick();
  expect(done).toBe(2);
});
