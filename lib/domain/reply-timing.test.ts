import { expect, test } from "vitest";
import { replyTiming } from "./reply-timing";

const now = new Date("2026-03-01T10:00:00Z");
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test("a time up to a minute ahead, or up to five minutes past, is now", () => {
  for (const seconds of [60, 1, 0, -300])
    expect(replyTiming(at(seconds), now, 0)).toEqual({ status: "queued", scheduledAt: null, dueAt: now });
});

test("a later time is kept as it was chosen, undo or not, however far it lies", () => {
  for (const seconds of [61, 10 * 365 * 86_400])
    expect(replyTiming(at(seconds), now, 10)).toEqual({
      status: "scheduled",
      scheduledAt: at(seconds),
      dueAt: at(seconds),
    });
});

test("a time over five minutes past is refused", () => {
  expect(replyTiming(at(-301), now, 0)).toBe("in_the_past");
});

test("the undo hold delays what is sent now", () => {
  expect(replyTiming(null, now, 10)).toEqual({ status: "scheduled", scheduledAt: null, dueAt: at(10) });
});
