/**
 * One entry of a member's calendar feed. `reply` and `follow_up` are still to leave, `sent` has left; `reminder` and `snooze` bring a
 * thread back; `return`: a lead is back from leave; `meeting`: an invitation that was accepted; `task`: what
 * its member has to do, named by its subject.
 */
export type FeedEntry = {
  /** Stays the same as long as it is the same thing, wherever it moves. */
  uid: string;
  kind: "reply" | "follow_up" | "sent" | "reminder" | "snooze" | "return" | "meeting" | "task";
  at: Date;
  /** Only for meetings. */
  end: Date | null;
  isAllDay: boolean;
  threadId: number;
  /** The lead's or stranger's name as lists show it, and the company ("" when unknown). */
  name: string;
  company: string;
  /** Of the thread; a meeting's own. */
  subject: string;
  changedAt: Date;
};
