import type { ReplyView } from "@/lib/domain/message-view";
import type { OutboxMark } from "@/lib/domain/thread-view";

/** How a reply on its way stands, as its card draws it. Null: its words live on as a draft, there is nothing to show. */
export type ReplyStateKind =
  | "undo"
  | "scheduled"
  | "approval"
  | "queued"
  | "sending"
  | "retrying"
  | "held"
  | "handed_over"
  | "sent"
  | "partly_sent"
  | "dropped"
  | "stopped"
  | "cancelled"
  | "failed"
  | "unknown";

export type ReplyAction =
  | "undo"
  | "edit"
  | "move"
  | "sendNow"
  | "tryNow"
  | "cancel"
  | "retry"
  | "reopen"
  | "sendAnyway"
  | "sendFrom"
  | "arrived"
  | "notArrived"
  | "mailbox";

/** States that a list's row can show: what waits in the outbox or needs a person. */
export type OutboxKind =
  "scheduled" | "approval" | "queued" | "sending" | "held" | "handed_over" | "failed" | "unknown";

export type Standing = Pick<
  ReplyView,
  "status" | "heldReason" | "reason" | "scheduledAt" | "dueAt" | "nextAttemptAt" | "outcomes"
>;

/** Reads the state from the row; `now` tells a running undo hold from a reply that is due. */
export function replyStateKind(reply: Standing, now: Date): ReplyStateKind | null {
  switch (reply.status) {
    case "awaiting_approval":
      return "approval";
    case "scheduled":
    case "queued":
      return pendingKind(reply, now);
    case "sending":
    case "failed":
    case "unknown":
      return reply.status;
    case "handed_over":
      return "handed_over";
    case "sent":
      return reply.outcomes.some((outcome) => !outcome.accepted) ? "partly_sent" : "sent";
    case "cancelled":
      return cancelledKind(reply.reason);
  }
}

/** How it leaves, where that is not by the mailbox's own server; `handsOver`: before its time, which goes along. */
type Way = { isThroughSmartlead: boolean; handsOver: boolean };

/**
 * What can be done about it, the likeliest first. What leaves through Smartlead leaves from no other mailbox, and what it shall keep
 * until a time is not sent before.
 */
export function replyActions(
  kind: ReplyStateKind,
  heldReason: ReplyView["heldReason"],
  { isThroughSmartlead, handsOver }: Way = { isThroughSmartlead: false, handsOver: false },
): ReplyAction[] {
  const actions = kind === "held" ? heldActions(heldReason) : ACTIONS[kind];
  return actions.filter((action) => {
    if (action === "sendFrom") return !isThroughSmartlead;
    return action !== "sendNow" || !handsOver;
  });
}

function heldActions(heldReason: ReplyView["heldReason"]): ReplyAction[] {
  if (heldReason === "teammate") return ["sendAnyway", "edit", "cancel"];
  if (heldReason === "smartlead") return ["edit", "cancel"];
  if (heldReason === "sync_stale" || heldReason === "late") return ["sendNow", "edit", "cancel"];
  return heldReason === "cap" ? ["sendFrom", "edit", "cancel"] : ["mailbox", "sendFrom", "edit", "cancel"];
}

/** The state of what the outbox holds for a thread, as its row knows it. Null: nothing waits there. */
export function outboxKind({ state, heldReason, at }: OutboxMark, now: Date): OutboxKind | null {
  switch (state) {
    case "awaiting_approval":
      return "approval";
    case "scheduled":
    case "queued":
      if (heldReason) return "held";
      return Date.parse(at) > now.getTime() ? "scheduled" : "queued";
    case "sending":
    case "failed":
    case "unknown":
    case "handed_over":
      return state;
    case "sent":
    case "cancelled":
      return null;
  }
}

/** Whole seconds until the undo hold ends. */
export const secondsLeft = (dueAt: string, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(dueAt) - now.getTime()) / 1000));

const ACTIONS: Record<Exclude<ReplyStateKind, "held">, ReplyAction[]> = {
  undo: ["undo", "sendNow"],
  scheduled: ["edit", "move", "sendNow", "cancel"],
  approval: ["edit"],
  queued: ["cancel"],
  sending: [],
  retrying: ["tryNow", "cancel"],
  handed_over: [],
  sent: [],
  partly_sent: [],
  dropped: ["reopen", "sendAnyway"],
  stopped: ["reopen"],
  cancelled: ["reopen"],
  failed: ["retry", "sendFrom", "reopen"],
  unknown: ["arrived", "notArrived"],
};

function pendingKind({ heldReason, scheduledAt, dueAt, nextAttemptAt }: Standing, now: Date): ReplyStateKind {
  if (heldReason) return "held";
  if (nextAttemptAt && Date.parse(nextAttemptAt) > now.getTime()) return "retrying";
  if (Date.parse(dueAt) <= now.getTime()) return "queued";
  // Its time is ahead of the end of the hold where Smartlead shall keep it.
  return scheduledAt && Date.parse(scheduledAt) <= Date.parse(dueAt) ? "scheduled" : "undo";
}

function cancelledKind(reason: string | null): ReplyStateKind | null {
  if (reason === "undone" || reason === "reopened") return null;
  if (reason === "lead_answered") return "dropped";
  return reason === "by_person" ? "cancelled" : "stopped";
}
