import { z } from "zod";
import { LIST_SORTS, LIST_VIEWS, NONE } from "@/lib/domain/list-view";
import { LOCALES } from "@/lib/domain/preferences";
import { TRIAGE_LIMIT } from "@/lib/domain/triage";

const ThreadId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** There is no year 0, though ISO 8601 has one. */
const isInSomeYear = (time: string): boolean => !time.startsWith("0000");
const Day = z.iso.date().refine(isInSomeYear);
const IdOrNone = z.union([z.uuid(), z.literal(NONE)]);

/** A list of threads as it stands in the address. `campaign` is the campaign's number; a search from `inbox` looks everywhere. */
export const ListThreadsInput = z.strictObject({
  view: z.enum(LIST_VIEWS).default("inbox"),
  // PostgreSQL takes no NUL.
  q: z
    .string()
    .overwrite((typed) => typed.replaceAll("\0", ""))
    .trim()
    .max(200)
    .optional(),
  mailboxId: z.uuid().optional(),
  campaign: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  categoryId: IdOrNone.optional(),
  assigneeId: IdOrNone.optional(),
  sort: z.enum(LIST_SORTS).default("newest"),
  from: Day.optional(),
  to: Day.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** "1,2,3": only those of these threads that belong to the list. */
  ids: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15}){0,99}$/)
    .optional(),
});
export type ListThreadsInput = z.input<typeof ListThreadsInput>;
export type ThreadFilters = Omit<ListThreadsInput, "cursor" | "limit" | "ids">;

/** The same list without its pages. */
export const ThreadFiltersInput = ListThreadsInput.omit({ cursor: true, limit: true, ids: true });
export type ThreadFiltersInput = z.input<typeof ThreadFiltersInput>;

export const GetThreadInput = z.strictObject({ threadId: ThreadId });
export type GetThreadInput = z.infer<typeof GetThreadInput>;

/** Those of its messages that somebody was shown. */
export const MarkThreadReadInput = GetThreadInput.extend({ messageIds: z.array(z.uuid()).min(1).max(10_000) });
export type MarkThreadReadInput = z.infer<typeof MarkThreadReadInput>;

/** What is to be known of times for a thread: from its mailbox unless another is named, holidays by their names in a language. */
export const SendTimesInput = z.strictObject({
  id: ThreadId,
  mailboxId: z.uuid().optional(),
  locale: z.enum(LOCALES).optional(),
});
export type SendTimesInput = z.infer<typeof SendTimesInput>;

/** The whole of a thread, or one message of it. */
export const PrintThreadInput = z.strictObject({ threadId: ThreadId, messageId: z.uuid().optional() });
export type PrintThreadInput = z.infer<typeof PrintThreadInput>;

const ThreadNumber = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** `MessageCounts`; who sends none, or none of a thread, is taken to know of everything that came. */
export const MessageCountsInput = z
  .record(z.string().regex(/^\d{1,16}$/), z.number().int().min(0).max(1_000_000))
  .refine((counts) => Object.keys(counts).length <= TRIAGE_LIMIT)
  .optional();

/** Twenty archives are one request with one undo. */
export const TriageInput = z.strictObject({
  threadIds: z.array(ThreadNumber).min(1).max(TRIAGE_LIMIT),
  messageCounts: MessageCountsInput,
  change: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.enum(["done", "read", "important"]), on: z.boolean() }),
    z.strictObject({ kind: z.literal("category"), categoryId: z.uuid().nullable() }),
    z.strictObject({
      kind: z.literal("assignee"),
      assigneeId: z.uuid().nullable(),
      note: z.string().trim().min(1).max(5000).optional(),
      pressId: z.uuid().optional(),
      claim: z.boolean().optional(),
    }),
  ]),
});
export type TriageInput = z.infer<typeof TriageInput>;

const Item = <Value extends z.ZodType>(value: Value) =>
  z
    .array(z.strictObject({ threadId: ThreadNumber, before: value, after: value }))
    .min(1)
    .max(TRIAGE_LIMIT)
    .refine((items) => new Set(items.map(({ threadId }) => threadId)).size === items.length);

/** What `triageThreads` answered as changed, to be taken back. */
export const UndoTriageInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("done"), items: Item(z.iso.datetime().refine(isInSomeYear).nullable()) }),
  z.strictObject({ kind: z.literal("read"), items: Item(z.array(z.uuid()).max(10_000)) }),
  z.strictObject({ kind: z.literal("important"), items: Item(z.boolean()) }),
  z.strictObject({ kind: z.enum(["category", "assignee"]), items: Item(z.uuid().nullable()) }),
]);
export type UndoTriageInput = z.infer<typeof UndoTriageInput>;

/** Whose a stranger's thread is; the same takes it back. */
export const AttachThreadInput = z.strictObject({ threadId: ThreadNumber, leadId: z.uuid() });
export type AttachThreadInput = z.infer<typeof AttachThreadInput>;
