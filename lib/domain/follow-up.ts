import type { HeldReason, ReplyStatus } from "./reply-state";

/** What an automatic answer with a return date does to the steps that are to leave before: moves them behind it, stops them, or nothing. */
export const AWAY_RULES = ["move", "stop", "keep"] as const;
export type AwayRule = (typeof AWAY_RULES)[number];

/** Why no step of a chain is to leave any more. `done`: all have left. */
export const CHAIN_ENDS = ["done", "answered", "bounced", "unsubscribed", "category", "away", "by_person"] as const;
export type ChainEnd = (typeof CHAIN_ENDS)[number];

export const WAIT_UNITS = ["days", "business_days", "weeks"] as const;

/** How long after the step before a step leaves, and at which time of the lead's day ("09:10"). */
export type StepWait = { count: number; unit: (typeof WAIT_UNITS)[number]; time: string };

/** As many steps as one chain has at most, and the longest wait between two of them, in its unit. */
export const MOST_STEPS = 10;
export const LONGEST_WAIT = 365;

/** A thread's follow-ups as screens show them. Instants are ISO 8601 in UTC. */
export type FollowUpsView = {
  id: string;
  threadId: number;
  author: { id: string; name: string };
  awayRule: AwayRule;
  stopCategoryIds: string[];
  createdAt: string;
  /** Both null while a step is still to leave. */
  endedAt: string | null;
  endedReason: ChainEnd | null;
  /** The zone by whose clocks the waits are counted: the lead's, else the mailbox's. */
  zone: string;
  steps: FollowUpStepView[];
};

export type FollowUpStepView = {
  replyId: string;
  /** From where it leaves. */
  mailboxId: string;
  /** From 1. */
  step: number;
  wait: StepWait;
  status: ReplyStatus;
  heldReason: HeldReason | null;
  /** A closed word for why it was dropped or failed. */
  reason: string | null;
  /** When it leaves or was to leave. */
  dueAt: string;
  /** Later than `dueAt` where a window, cap or gap puts it off; null otherwise. */
  nextAttemptAt: string | null;
  sentAt: string | null;
  subject: string;
  /** The first words of its text. */
  words: string;
  bodyHtml: string;
};
