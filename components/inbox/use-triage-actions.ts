import { createContext, use } from "react";
import type { ReminderKind } from "@/lib/domain/reminder";
import type { ThreadChange } from "@/lib/domain/thread-change";

/** What is asked for before something is done with one thread. */
export type ThreadFormKind = "task" | "reminder";
/** `wanted:…`: when the threads are to come back to the viewer. The reminder of a form is one at Smartlead. */
export type TriageMenuKind =
  | "category"
  | "assignee"
  | "handOver"
  | "more"
  | "followUp"
  | "resume"
  | "forward"
  | "unsubscribe"
  | ThreadFormKind
  | `wanted:${ReminderKind}`;
export type OpenTriageMenu = {
  kind: TriageMenuKind;
  threadIds: number[];
  anchor: Element | null;
  from: Element | null;
};

export type TriageActions = {
  /**
   * Changes threads at once, with Undo; what was open and is done or snoozed makes way for the next thread.
   * @returns whether the server took it; what it refused, or did not hear, has been said
   */
  apply: (threadIds: number[], change: ThreadChange) => Promise<boolean>;
  /** All of them are done, read or important afterwards, or none is when all were. */
  toggle: (threadIds: number[], kind: "done" | "read" | "important") => void;
  /** Opens the categories, the people or the rest for threads, beside `anchor`. */
  openMenu: (kind: TriageMenuKind, threadIds: number[], anchor: Element | null) => void;
};

export const TriageContext = createContext<TriageActions | null>(null);

/** What can be done with threads from here. */
export function useTriageActions(): TriageActions {
  const triage = use(TriageContext);
  if (!triage) throw new Error("useTriageActions stands outside its provider");
  return triage;
}
