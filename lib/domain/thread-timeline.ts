import type { SmartleadAction } from "./smartlead";
import type { CategoryView, PersonView } from "./thread-view";

/** What happened in a thread, one fact a line. `by` is null for what no person of the team did. */
export type TimelineEntry = { id: string; at: string } & (
  | { kind: "answered" | "answered_automatically"; name: string }
  | { kind: "bounced"; recipient: string }
  | { kind: "step_sent"; step: number }
  | { kind: "sent"; by: PersonView | null }
  | { kind: "categorised"; by: PersonView | null; category: string | null }
  | { kind: "assigned"; by: PersonView | null; assignee: PersonView | null }
  | { kind: "attached"; by: PersonView | null; lead: string | null }
  | { kind: "noted"; by: PersonView | null; text: string }
  /** Something done here that Smartlead is told; `reason` a closed word for why it waits or was refused, `detail` in its own words. */
  | ({ kind: "carried"; by: PersonView | null; what: SmartleadAction } & CarriedState)
  | { kind: "done" | "reopened" | "important" | "unimportant"; by: PersonView | null }
);

export type CarriedState = { state: "pending" | "confirmed" | "refused"; reason: string | null; detail: string };

/** Newest first; `isWhole` is false when older ones were left out. */
export type ThreadTimeline = { entries: TimelineEntry[]; isWhole: boolean };

/** Another thread with the same lead or with the company. */
export type OtherThread = {
  id: number;
  name: string;
  subject: string;
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
