import { expect, test } from "vitest";
import type { ReplyView } from "@/lib/domain/message-view";
import type { ThreadView } from "@/lib/domain/thread-view";
import { chainTimes } from "./chain-times";
import { countedFrom } from "./counted-from";

const NOW = new Date("2026-11-18T09:00:00Z");

function thread(replies: Partial<ReplyView>[], zone: string | null = "Europe/Istanbul") {
  return {
    replies: replies.map((reply) => ({ chain: null, scheduledAt: null, ...reply })),
    clock: zone && { zone },
    mailbox: { timeZone: "Europe/London" },
  } as unknown as ThreadView;
}

test("the first wait is counted from the last reply that is still to leave, else from now", () => {
  const waiting = { status: "scheduled", dueAt: "2026-11-20T09:00:00Z" } as const;
  const over = { status: "cancelled", dueAt: "2026-11-25T09:00:00Z" } as const;
  const step = { ...waiting, dueAt: "2026-11-30T09:00:00Z", chain: { id: "c", step: 1, steps: 2 } };

  expect(countedFrom(thread([waiting, over, step]), NOW).from).toEqual(new Date(waiting.dueAt));
  expect(countedFrom(thread([over, step]), NOW).from).toEqual(NOW);
});

test("days are those of the lead's clock, else of the mailbox's", () => {
  expect(countedFrom(thread([]), NOW).zone).toBe("Europe/Istanbul");
  expect(countedFrom(thread([], null), NOW).zone).toBe("Europe/London");
});

test("a wait that cannot be read leaves it and all behind it without a time", () => {
  const wait = (count: number, time = "09:10") => ({ wait: { count, unit: "days" as const, time } });

  const times = chainTimes([wait(1), wait(0), wait(2)], countedFrom(thread([]), NOW));

  expect(times).toEqual([new Date("2026-11-19T06:10:00Z"), null, null]);
  expect(chainTimes([wait(1, "")], countedFrom(thread([]), NOW))).toEqual([null]);
});
