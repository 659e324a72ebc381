import type { AssignmentConditions } from "./assignment-rule";

/** Somebody of a rule. `awayUntil` is the last day of an absence that holds today; who `isGone` was deactivated or answers nobody any more. */
export type RulePerson = { id: string; name: string; isNext: boolean; awayUntil: string | null; isGone: boolean };

/** A rule as settings list it, with its people in the order of their list. */
export type AssignmentRuleItem = {
  id: string;
  name: string;
  isPaused: boolean;
  /** General rules are read only by who is narrowed. */
  mayChange: boolean;
  conditions: AssignmentConditions;
  people: RulePerson[];
};

export type Named = { id: string; name: string };

/** What a rule can ask for, and whom it can give to. */
export type RuleChoices = { campaigns: Named[]; mailboxes: Named[]; categories: Named[]; people: Named[] };
