import { z } from "zod";
import { LOCALES } from "@/lib/domain/preferences";
import { MOVABLE_KINDS, type MovableKind } from "@/lib/domain/schedule-item";
import { isZone } from "@/lib/domain/wall-time";
import { InstantInput } from "../instant-schemas";

/** Longer than a month with its neighbouring weeks, or an agenda of a quarter. */
const MAX_SPAN_MS = 100 * 86_400_000;
/** What a hand can mark on a screen. */
const MAX_ITEMS = 500;

const Zone = z.string().max(64).refine(isZone, "not_a_zone");
const Day = z.iso.date().refine((day) => !day.startsWith("0000"), "not_a_day");

type Span = { from: string; to: string };
const isSpan = ({ from, to }: Span) => Date.parse(from) < Date.parse(to);
const isShort = ({ from, to }: Span) => Date.parse(to) - Date.parse(from) <= MAX_SPAN_MS;

/** A span of time, its end left out; narrowed to one mailbox, or to what is one person's; holidays by their names in a language. */
export const ListScheduleInput = z
  .strictObject({
    from: InstantInput,
    to: InstantInput,
    mailboxId: z.uuid().optional(),
    memberId: z.uuid().optional(),
    locale: z.enum(LOCALES).optional(),
  })
  .refine(isSpan, { path: ["to"], message: "not_after_from" })
  .refine(isShort, { path: ["to"], message: "too_long" });
export type ListScheduleInput = z.infer<typeof ListScheduleInput>;

export const ListUnplannedInput = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, "cursor")
    .optional(),
});
export type ListUnplannedInput = z.infer<typeof ListUnplannedInput>;

export const TeamLoadInput = z
  .strictObject({ from: InstantInput, to: InstantInput })
  .refine(isSpan, { path: ["to"], message: "not_after_from" })
  .refine(isShort, { path: ["to"], message: "too_long" });
export type TeamLoadInput = z.infer<typeof TeamLoadInput>;

const Movable = z.strictObject({ kind: z.enum(MOVABLE_KINDS), id: z.uuid() });
const isOnce = (items: { id: string }[]) => new Set(items.map(({ id }) => id)).size === items.length;

/** `zone`: in which the time was chosen; absent or null for the zone that the item has, else the lead's, else the mailbox's. */
export const MoveItemsInput = z.strictObject({
  moves: z
    .array(Movable.extend({ at: InstantInput, zone: Zone.nullish() }))
    .min(1)
    .max(MAX_ITEMS)
    .refine(isOnce, "twice"),
});
export type MoveItemsInput = z.infer<typeof MoveItemsInput>;

/** Some days on or back, each at its own time of the day. */
export const ShiftItemsInput = z.strictObject({
  items: z.array(Movable).min(1).max(MAX_ITEMS).refine(isOnce, "twice"),
  days: z.number().int().min(-366).max(366),
});
export type ShiftItemsInput = z.infer<typeof ShiftItemsInput>;

/** `draftId`: the new reply's id, so that a second press is answered with the first one's reply. */
export const DuplicateReplyInput = z.strictObject({
  replyId: z.uuid(),
  draftId: z.uuid(),
  at: InstantInput,
  zone: Zone,
});
export type DuplicateReplyInput = z.infer<typeof DuplicateReplyInput>;

export const OneReplyInput = z.strictObject({ id: z.uuid() });
export type OneReplyInput = z.infer<typeof OneReplyInput>;

export const RewriteReplyInput = z.strictObject({
  replyId: z.uuid(),
  // PostgreSQL stores no NUL, and half of a surrogate pair is no character.
  bodyHtml: z
    .string()
    .overwrite((text) => text.toWellFormed())
    .max(2_000_000, { abort: true })
    .refine((text) => !text.includes("\0"), "nul")
    .refine((html) => /<img\b/i.test(html) || html.replace(/<[^<>]*>|&nbsp;|&#160;|\s/g, "") !== "", "empty"),
});
export type RewriteReplyInput = z.infer<typeof RewriteReplyInput>;

/** A day ("2026-11-19") on the mailbox's clocks. */
export const SpreadDayInput = z.strictObject({ mailboxId: z.uuid(), date: Day });
export type SpreadDayInput = z.infer<typeof SpreadDayInput>;

const ThreadNumber = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** A task is given away by itself (`editTask`). */
const HANDED_KINDS = ["reply", "reminder", "snooze"] as const satisfies readonly MovableKind[];

/** To whom threads go (null for nobody), with what is planned in them: `kind: "thread"` names one by its number, the others by what lies on the calendar. */
export const HandOverInput = z.strictObject({
  items: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("thread"), id: ThreadNumber }),
        Movable.extend({ kind: z.enum(HANDED_KINDS) }),
      ]),
    )
    .min(1)
    .max(MAX_ITEMS),
  memberId: z.uuid().nullable(),
});
export type HandOverInput = z.infer<typeof HandOverInput>;

/** What `handOver` answered, to be taken back. The former owners have any number of reminders in what one hand gives away. */
export const TakeBackHandOverInput = z.strictObject({
  threads: z
    .array(z.strictObject({ threadId: ThreadNumber, before: z.uuid().nullable(), after: z.uuid().nullable() }))
    .max(MAX_ITEMS)
    .refine((threads) => new Set(threads.map(({ threadId }) => threadId)).size === threads.length, "twice"),
  reminders: z
    .array(z.strictObject({ id: z.uuid(), threadId: ThreadNumber, before: z.uuid(), after: z.uuid() }))
    .max(3 * MAX_ITEMS)
    .refine(isOnce, "twice"),
});
export type TakeBackHandOverInput = z.infer<typeof TakeBackHandOverInput>;
