import type { AbsenceDays } from "./absence";
import type { LeadClock } from "./lead-clock";
import type { ReminderCondition } from "./reminder";
import type { HeldReason, ReplyStatus, ScheduleCondition } from "./reply-state";
import type { PersonView } from "./person-view";
import type { CategoryView } from "./thread-view";

/**
 * What stands on the calendar. `reply`: one that is still to leave, or needs a person; `sent`: one that has left, or was dropped;
 * `reminder` and `snooze`: a thread comes back to its member; `task`: the day on which
 * one is due; `return`: the day on which a lead is back from leave; `meeting`: an
 * invitation in the thread.
 */
export const SCHEDULE_KINDS = ["reply", "sent", "reminder", "snooze", "task", "return", "meeting"] as const;
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number];

/**
 * One entry. Instants are ISO 8601 in UTC; `id` is that of the row behind it, one of its kind, of a series with the start. What takes whole days (`isAllDay`) begins
 * at midnight UTC of its date, whichever clock it is looked at on.
 */
export type ScheduleItem = {
  id: string;
  kind: ScheduleKind;
  at: string;
  /** For meetings alone. */
  end: string | null;
  isAllDay: boolean;
  threadId: number;
  /** The lead's or stranger's name as lists show it, and the company ("" when unknown). */
  name: string;
  company: string;
  subject: string;
  /** The first words of the reply, the reminder's note, what the task says, the meeting's title. */
  words: string;
  category: CategoryView | null;
  /** Where the lead's clock stands; null where nothing tells. */
  clock: Pick<LeadClock, "zone" | "certainty" | "why"> | null;
  mailboxId: string;
  /** Whose it is: who looks after the thread, else who wrote or wants it; null for what nobody of the team did. */
  person: PersonView | null;
  /** For `reply` and `sent`. */
  reply: ScheduledReply | null;
  /** For `reminder` and `snooze`: when it comes up. */
  comesUp: ReminderCondition | null;
  /** For `task`: whether the reader may give it another day or person. */
  task?: { mayChange: boolean };
  judgedBy?: JudgedBy;
};

/** What a time for a thread's lead is judged by beside clock and mailbox (`whyOutside`): the country (ISO 3166), the campaign's window. */
export type JudgedBy = { country: string | null; campaignWindow: MailboxLane["window"] };

export type ScheduledReply = {
  status: ReplyStatus;
  heldReason: HeldReason | null;
  /** A closed word for why it was dropped or failed. */
  reason: string | null;
  condition: ScheduleCondition;
  /** A step of follow-ups that were planned in one go: which (from 1), of how many. */
  chain: { id: string; step: number; steps: number } | null;
  /** The machine's: it keeps to the mailbox's window, cap and gap. What a person ordered leaves at its time. */
  isMachines: boolean;
  /** The zone in which its time was chosen; null where nobody has said. */
  zone: string | null;
  /** Why the time is one that a machine would not choose: outside a window, on a weekend or a public holiday of the lead's. */
  outside: "window" | "weekend" | "holiday" | null;
  /** It should have left a while ago. */
  isOverdue: boolean;
};

/** What may leave from a mailbox on a day of its own clock ("2026-11-19"), and how much of it is spoken for. `cap` null: any number. */
export type DayCapacity = { mailboxId: string; date: string; used: number; cap: number | null };

/** A lane of the calendar by mailbox; its window as the machine keeps to it, null for always. */
export type MailboxLane = {
  id: string;
  address: string;
  colour: number;
  timeZone: string;
  window: { days: number[]; start: string; end: string } | null;
  dailyCap: number | null;
  minimumGap: number;
  isStopped: boolean;
};

/** A public holiday in a lead's country ("2026-11-11", "PL", in the country's own words). */
export type Holiday = { date: string; country: string; name: string };

/**
 * What a span of time holds, in order of time. `trouble`: overdue, held, refused and unknown replies, whenever they were due, the newest
 * first; those that lie in the span stand among the items, too. `capacity` leaves out days on which nothing leaves.
 */
export type Schedule = {
  items: ScheduleItem[];
  trouble: ScheduleItem[];
  capacity: DayCapacity[];
  mailboxes: MailboxLane[];
  people: PersonView[];
  holidays: Holiday[];
  /** False when a span holds more than is sent at once: the rest is counted in `capacity` alone. */
  isWhole: boolean;
};

/** An item that a person can give another time. A step of a chain is a reply. A task has a day: the date of its instant in UTC. */
export const MOVABLE_KINDS = ["reply", "reminder", "snooze", "task"] as const;
export type MovableKind = (typeof MOVABLE_KINDS)[number];

/** A new time for an item: an instant, and the zone in which it was chosen. */
export type Move = { kind: MovableKind; id: string; at: string; zone: string | null };

/**
 * What became of one item that was to be moved: `undo` is the move that takes it back, null where the former time is over. A refusal
 * has a closed word: `in_the_past`, `not_a_zone`, `not_found`, `before_former_step`, `no_room` (of a day that is spread), or what it has become
 * (`already_sent`, `already_sending`, `held_by_smartlead`, `already_cancelled`, `already_failed`, `outcome_unknown`, `came_up`, `closed`).
 */
export type MoveOutcome = { kind: MovableKind; id: string } & (
  { ok: true; at: string; undo: Move | null } | { ok: false; reason: string }
);

/** A reply's text as it is written on. */
export type ReplyText = { bodyHtml: string; isPlain: boolean; status: ReplyStatus };

/** What was handed over, and with whom it was before, so that this and nothing else is taken back. */
export type HandOverOutcome = {
  threads: { threadId: number; before: string | null; after: string | null }[];
  reminders: { id: string; threadId: number; before: string; after: string }[];
};

/** A lead who wants something and for whom nothing is planned. */
export type UnplannedThread = {
  threadId: number;
  name: string;
  company: string;
  subject: string;
  category: CategoryView | null;
  mailboxId: string;
  assignee: PersonView | null;
  /** Since when nobody has written (ISO 8601). */
  silentSince: string;
  clock: ScheduleItem["clock"];
  judgedBy?: JudgedBy;
};
export type UnplannedPage = { threads: UnplannedThread[]; total: number; nextCursor: string | null };

/** What lies before a team in a span of time, for who looks after them. Days are those of `zone`, the reader's own. */
export type TeamLoad = { zone: string; people: PersonLoad[]; nobodys: WaitingThreads; capacity: DayCapacity[] };

/** A person's days; a day with nothing is left out. `absences` touch the span, by the person's own clock. */
export type PersonLoad = {
  person: PersonView;
  days: LoadOfDay[];
  held: number;
  absences: AbsenceDays[];
} & WaitingThreads;

/** `leaving`: replies that are to leave; `hours`: when, by the hour (0 to 23). `held` ones need somebody. */
export type LoadOfDay = {
  date: string;
  leaving: number;
  hours: { hour: number; count: number }[];
  held: number;
  meetings: number;
  /** Due on that day. */
  tasks: number;
};

/** Leads who wait for an answer, and interested ones for whom nothing is planned; `silentSince` is the longest silence (ISO 8601). */
export type WaitingThreads = { waiting: number; unplanned: number; silentSince: string | null };
