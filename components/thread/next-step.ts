import type { ReplyView } from "@/lib/domain/message-view";
import type { OpenThread } from "@/lib/domain/thread-view";
import { replyStateKind, type ReplyStateKind } from "./reply-state-kind";

export type NextStep =
  | { kind: "reply"; reply: ReplyView; state: ReplyStateKind; after: ReplyView | null }
  | { kind: "draft"; scheduledTime: string | null; isConditional: boolean; savedAt: string };

/** What needs a person comes first, then what leaves first. What has been sent or dropped is no next step. */
const RANKS: Partial<Record<ReplyStateKind, number>> = {
  failed: 0,
  unknown: 0,
  held: 0,
  undo: 1,
  sending: 1,
  queued: 1,
  retrying: 1,
  approval: 1,
  scheduled: 1,
  handed_over: 1,
};

/** What happens next in a thread: a reply of the outbox (and the one after it), else the viewer's draft, else nothing. */
export function nextStepOf(replies: ReplyView[], draft: OpenThread["draft"], now: Date): NextStep | null {
  const waiting = replies
    .flatMap((reply) => {
      const state = replyStateKind(reply, now);
      const rank = state ? RANKS[state] : undefined;
      return state && rank !== undefined ? [{ reply, state, rank }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank || a.reply.dueAt.localeCompare(b.reply.dueAt));
  const [first, second] = waiting;
  if (first) return { kind: "reply", reply: first.reply, state: first.state, after: second?.reply ?? null };
  if (!draft) return null;
  const { scheduledTime, scheduleCondition } = draft.content;
  return { kind: "draft", scheduledTime, isConditional: scheduleCondition === "if_no_reply", savedAt: draft.savedAt };
}
