import type { ReminderCondition, ReminderKind } from "./reminder";
import type { SmartleadAction } from "./smartlead";
import type { StepPlace } from "./message-view";
import type { PersonView } from "./person-view";
import type { CategoryView } from "./thread-view";

/** What happened in a thread, one fact a line. `by` is null for what no person of the team did. */
export type TimelineEntry = { id: string; at: string } & (
  | { kind: "answered" | "answered_automatically"; name: string }
  | { kind: "bounced"; recipient: string }
  | { kind: "step_sent"; step: number }
  | { kind: "sent"; by: PersonView | null }
  | { kind: "categorised"; by: PersonView | null; category: string | null }
  | { kind: "assigned"; by: PersonView | null; assignee: PersonView | null }
  /** `takesBack`: of the reader's own last attaching the lead, which they may take back. */
  | { kind: "attached"; by: PersonView | null; lead: string | null; takesBack?: string }
  /** What somebody changed of the lead: names of columns, and of fields of the lead's own behind `custom:`. */
  | { kind: "lead_changed"; by: PersonView | null; fields: string[] }
  | { kind: "unsubscribed"; by: PersonView | null }
  /** The lead is away until a day ("2026-12-01"), and what was to leave before has moved behind it. */
  | { kind: "follow_ups_moved"; by: PersonView | null; until: string }
  /** A reply that is still to leave, at its time; and one that did not, with a closed word for why. */
  | { kind: "planned"; by: PersonView | null; onlyIfNoReply: boolean; chain?: StepOfChain }
  | {
      kind: "unsent";
      by: PersonView | null;
      state: "cancelled" | "failed" | "unknown";
      reason: string | null;
      chain?: StepOfChain;
    }
  /** `hasEnd` is false for what waits for an answer without a time. */
  | {
      kind: ReminderKind;
      by: PersonView | null;
      condition: ReminderCondition;
      hasEnd: boolean;
      note: string;
    }
  | { kind: "noted"; by: PersonView | null; text: string }
  | { kind: "task_added" | "task_done"; by: PersonView | null; title: string }
  /** Something done here that Smartlead is told; `reason` a closed word for why it waits or was refused, `detail` in its own words. */
  | ({ kind: "carried"; by: PersonView | null; what: SmartleadAction } & CarriedState)
  | { kind: "done" | "reopened" | "important" | "unimportant"; by: PersonView | null }
);

/** Which step of how many, of follow-ups that were planned in one go. */
type StepOfChain = Omit<StepPlace, "id">;

export type CarriedState = { state: "pending" | "confirmed" | "refused"; reason: string | null; detail: string };

/** Newest first; `isWhole` is false when older ones were left out. */
export type ThreadTimeline = { entries: TimelineEntry[]; isWhole: boolean };

/** Another thread with the same lead or with the company. */
export type OtherThread = {
  id: number;
  name: string;
  subject: string;
  /** With the lead, not with somebody else of the company. */
  isSamePerson: boolean;
  category: CategoryView | null;
  lastMessageAt: string;
};

/** Somebody's change of one of these kinds was taken back again. */
export type Undoing = { id: string; at: string; kind: "undone"; by: PersonView | null; of: TimelineEntry["kind"][] };

/**
 * Leaves out what was taken back, and that it was: each undo strikes the newest earlier change of its kinds by the same person.
 * @param newestFirst what happened, the newest first
 */
export function withoutUndone(newestFirst: (TimelineEntry | Undoing)[]): TimelineEntry[] {
  const waiting: Undoing[] = [];
  const left: TimelineEntry[] = [];
  for (const entry of newestFirst) {
    if (entry.kind === "undone") {
      waiting.push(entry);
      continue;
    }
    const undo = waiting.findIndex(({ of, by }) => of.includes(entry.kind) && "by" in entry && by?.id === entry.by?.id);
    if (undo === -1) left.push(entry);
    else waiting.splice(undo, 1);
  }
  return left;
}
