import { MOVABLE_KINDS, type MovableKind, type ScheduleItem } from "@/lib/domain/schedule-item";
import { wallTimeOf } from "@/lib/domain/wall-time";

/** How an item stands, as its mark and its word tell. */
export type ItemState =
  | "certain"
  | "if_no_reply"
  | "approval"
  | "sending"
  | "sent"
  | "dropped"
  | "overdue"
  | "held"
  | "unknown"
  | "failed"
  | "reminder"
  | "snooze"
  | "task"
  | "return"
  | "meeting";

export function itemStateOf({ kind, reply }: ScheduleItem): ItemState {
  if (!reply) return kind === "reply" ? "certain" : kind;
  const { status, heldReason, isOverdue, condition } = reply;
  if (status === "failed" || status === "unknown" || status === "sending") return status;
  if (status === "sent") return "sent";
  if (status === "cancelled") return "dropped";
  if (isOverdue) return "overdue";
  if (heldReason) return "held";
  if (status === "awaiting_approval") return "approval";
  return condition === "if_no_reply" ? "if_no_reply" : "certain";
}

const TROUBLE: readonly ItemState[] = ["overdue", "held", "unknown", "failed"];
const PAST: readonly ItemState[] = ["sent", "dropped"];

export const isTrouble = (state: ItemState): boolean => TROUBLE.includes(state);
export const isPast = (state: ItemState): boolean => PAST.includes(state);

/** Whether a person can give it another time: what has left, is leaving or has failed stays. */
export function isMovable(item: ScheduleItem): item is ScheduleItem & { kind: MovableKind } {
  if (!(MOVABLE_KINDS as readonly string[]).includes(item.kind)) return false;
  if (item.kind === "task") return item.task?.mayChange === true;
  return !item.reply || ["scheduled", "queued", "awaiting_approval"].includes(item.reply.status);
}

/** What a screen with little room names, while the rest are figures: trouble, what people are to do, and leads who want something. */
export function matters(item: ScheduleItem): boolean {
  const state = itemStateOf(item);
  if (isPast(state)) return false;
  return item.kind !== "reply" || isTrouble(state) || item.category?.sentiment === "positive";
}

/** What somebody has to do comes before what is only good to know: that a lead is back from leave. */
export const urgencyOf = ({ kind }: Pick<ScheduleItem, "kind">): number => (kind === "return" ? 1 : 0);

/** Those of a day that matter, as many as there is room for, in the order in which they stand. */
export function foremost(items: ScheduleItem[], most: number): ScheduleItem[] {
  const named = items.filter(matters).toSorted((a, b) => urgencyOf(a) - urgencyOf(b));
  const kept = new Set(named.slice(0, most));
  return items.filter((item) => kept.has(item));
}

/** The day of the viewer's on which it stands; what takes whole days has its date, whichever clock it is looked at on. */
export const dateOfItem = ({ at, isAllDay }: Pick<ScheduleItem, "at" | "isAllDay">, zone: string): string =>
  isAllDay ? at.slice(0, 10) : wallTimeOf(new Date(at), zone).date;

/** What stands beside its time: what a task or a meeting is called, else who it is about. */
export const titleOf = ({ kind, name, words }: Pick<ScheduleItem, "kind" | "name" | "words">): string =>
  ((kind === "meeting" || kind === "task") && words) || name;

export const itemKey = ({ kind, id }: Pick<ScheduleItem, "kind" | "id">): string => `${kind}:${id}`;

/** The zone in which its time is kept when the clocks change: the one it was chosen in, else the lead's where that is more than a guess, else the viewer's. */
export function zoneOfItem({ reply, clock }: Pick<ScheduleItem, "reply" | "clock">, ours: string): string {
  return reply?.zone ?? theirZone(clock) ?? ours;
}

/** The lead's zone as far as it is more than a guess. */
export const theirZone = (clock: ScheduleItem["clock"]): string | null =>
  clock && clock.certainty !== "guess" ? clock.zone : null;
