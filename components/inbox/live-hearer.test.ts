import { afterEach, expect, test, vi } from "vitest";
import type { LiveChange } from "@/lib/queries/live-changes";
import { liveHearer } from "./live-hearer";

afterEach(() => void vi.useRealTimers());

function hear(...changes: LiveChange[]) {
  vi.useFakeTimers();
  const [read, onArrived, onPersonal] = [vi.fn(), vi.fn(), vi.fn()];
  const hearer = liveHearer({ read, onArrived, onPersonal });
  changes.forEach((change) => hearer.take(change, true));
  vi.runAllTimers();
  return { read, onArrived, onPersonal };
}

test("what is for the viewer is looked for when it is told of, and when changes were missed", () => {
  expect(hear({ kind: "personal" }).onPersonal.mock.calls).toEqual([[true]]);
  expect(hear({ kind: "everything" }).onPersonal.mock.calls).toEqual([[true]]);
  expect(hear({ kind: "threads", threadIds: [1] }).onPersonal).not.toHaveBeenCalled();
});

test("answers that come together are told of together, and everything is read", () => {
  const arrived = (threadId: number) => ({ kind: "thread", threadId, arrived: true }) as const;

  const { read, onArrived } = hear(arrived(1), { kind: "thread", threadId: 2 }, arrived(3), arrived(1));

  expect(read).toHaveBeenCalledTimes(4);
  expect(onArrived.mock.calls).toEqual([[[1, 3], true]]);
});
