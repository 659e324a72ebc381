import { expect, test } from "vitest";
import type { ReplyView } from "@/lib/domain/message-view";
import type { OpenThread } from "@/lib/domain/thread-view";
import { nextStepOf } from "./next-step";

const NOW = new Date("2026-11-25T10:00:00Z");
const reply = (id: string, values: Partial<ReplyView>) =>
  ({
    id,
    status: "scheduled",
    heldReason: null,
    reason: null,
    outcomes: [],
    nextAttemptAt: null,
    ...values,
  }) as ReplyView;
const scheduled = (id: string, at: string) => reply(id, { scheduledAt: at, dueAt: at });
const draft = (scheduledTime: string | null) =>
  ({ draftId: "d", savedAt: "2026-11-25T09:51:00Z", content: { scheduledTime } }) as OpenThread["draft"];

test("the reply that leaves first is the next step, and the one after it is known", () => {
  const replies = [scheduled("late", "2026-11-30T08:00:00Z"), scheduled("soon", "2026-11-26T08:00:00Z")];
  expect(nextStepOf(replies, draft(null), NOW)).toMatchObject({
    state: "scheduled",
    reply: { id: "soon" },
    after: { id: "late" },
  });
});

test("what needs a person comes before what leaves by itself", () => {
  const failed = reply("failed", { status: "failed", dueAt: "2026-11-27T08:00:00Z" });
  const replies = [scheduled("soon", "2026-11-26T08:00:00Z"), failed];
  expect(nextStepOf(replies, null, NOW)).toMatchObject({ state: "failed", reply: { id: "failed" } });
});

test("what was cancelled, dropped or sent is no step, and then the draft is", () => {
  const past = (status: ReplyView["status"], reason: string | null = null) =>
    reply(status, { status, reason, dueAt: "2026-11-24T08:00:00Z" });
  const replies = [past("cancelled", "by_person"), past("cancelled", "lead_answered"), past("sent")];
  expect(nextStepOf(replies, draft("2026-11-26T08:00:00Z"), NOW)).toMatchObject({
    kind: "draft",
    scheduledTime: "2026-11-26T08:00:00Z",
  });
  expect(nextStepOf(replies, null, NOW)).toBeNull();
});
