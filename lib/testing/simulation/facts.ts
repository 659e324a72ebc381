import type { REPLY_ORIGINS } from "@/lib/domain/reply-state";
import type { AwayRule, StepWait } from "@/lib/domain/follow-up";

/** What a lead's side, or a mail server, sends back. `away` has the day of the return ("2026-11-30"). */
export type Letter = {
  id: string;
  leadId: string;
  mailboxId: string;
  what: "answer" | "away" | "bounce" | "unsubscribe";
  returnDate: string | null;
};

/** How a hand-over fares. `killed`: the process dies there. `late`: the answer takes minutes. `lost`: the line breaks after the mark. */
export type Fate =
  | { kind: "accepted" }
  | { kind: "late"; minutes: number }
  | { kind: "refused"; isMarked: boolean }
  | { kind: "killed"; where: "before_mark" | "after_mark" | "after_leaving" }
  | { kind: "lost"; hasLeft: boolean };

export type Act = "now" | "rescheduled" | "cancelled" | "arrived" | "not_arrived" | "retried";

/** `wait` is null for the reply of a person that brings a chain along, and for a single one. */
export type PlannedStep = {
  replyId: string;
  messageId: string;
  origin: (typeof REPLY_ORIGINS)[number];
  wait: StepWait | null;
};

/** What happened, as somebody saw it who stands beside: no row of the database. Times are in ms since 1970. */
export type Fact = { at: number } & (
  | { kind: "planned"; threadId: number; leadId: string; awayRule: AwayRule; steps: PlannedStep[] }
  | { kind: "lay_at_server"; letter: Letter }
  | { kind: "was_read"; letter: Letter }
  | { kind: "begun"; messageId: string; mailboxId: string; fate: Fate }
  | { kind: "left"; messageId: string; mailboxId: string }
  | { kind: "person"; act: Act; replyId: string }
  | { kind: "standstill"; until: number }
  | { kind: "outage"; mailboxId: string; until: number }
);

export type FactOf<Kind extends Fact["kind"]> = Extract<Fact, { kind: Kind }>;

/** The facts of one kind, in order of time. */
export const factsOf = <Kind extends Fact["kind"]>(facts: Fact[], kind: Kind): FactOf<Kind>[] =>
  facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind);
