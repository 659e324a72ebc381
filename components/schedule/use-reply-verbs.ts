import { useCancelledWords } from "@/components/composer/use-cancelled-words";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { replyActions, type ReplyAction, type ReplyStateKind } from "@/components/thread/reply-state-kind";
import { cancel, reopen, resolveUnknown, retry, sendAnyway, sendNow } from "@/lib/actions/replies";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { itemStateOf, type ItemState } from "./item-state";

/** What can be done about a reply from here; for anything else its thread is opened. */
export type ScheduleVerb = Extract<
  ReplyAction,
  "sendNow" | "tryNow" | "cancel" | "retry" | "reopen" | "sendAnyway" | "arrived" | "notArrived"
>;

const KINDS: Partial<Record<ItemState, ReplyStateKind>> = {
  held: "held",
  failed: "failed",
  unknown: "unknown",
  certain: "scheduled",
  if_no_reply: "scheduled",
  approval: "approval",
};
const HERE: readonly string[] = [
  "sendNow",
  "tryNow",
  "cancel",
  "retry",
  "reopen",
  "sendAnyway",
  "arrived",
  "notArrived",
] satisfies ScheduleVerb[];

/** The ways out of a reply's state that need no more than a press, the likeliest first: the same as in its thread. */
export function verbsOf(item: ScheduleItem): ScheduleVerb[] {
  const state = itemStateOf(item);
  if (state === "overdue") return ["sendNow", "cancel"];
  const kind = KINDS[state];
  if (!kind || !item.reply) return [];
  // Whether it leaves beside a teammate's is said where both are read.
  if (item.reply.heldReason === "teammate") return ["cancel"];
  return replyActions(kind, item.reply.heldReason).filter((verb): verb is ScheduleVerb => HERE.includes(verb));
}

export function useReplyVerbs() {
  const { isPending, run } = useReplyAction();
  const tellCancelled = useCancelledWords();
  const acts: Record<ScheduleVerb, (replyId: string) => void> = {
    sendNow: (replyId) => run(() => sendNow({ replyId })),
    tryNow: (replyId) => run(() => sendNow({ replyId })),
    cancel: (replyId) => run(() => cancel({ replyId }), tellCancelled),
    retry: (replyId) => run(() => retry({ replyId })),
    reopen: (replyId) => run(() => reopen({ replyId })),
    sendAnyway: (replyId) => run(() => sendAnyway({ replyId })),
    arrived: (replyId) => run(() => resolveUnknown({ replyId, arrived: true })),
    notArrived: (replyId) => run(() => resolveUnknown({ replyId, arrived: false })),
  };
  return { isPending, act: (verb: ScheduleVerb, replyId: string) => acts[verb](replyId) };
}
