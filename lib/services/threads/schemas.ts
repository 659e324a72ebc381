import { z } from "zod";
import { LIST_VIEWS } from "@/lib/domain/list-view";

const ThreadId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

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
  categoryId: z.uuid().optional(),
  assigneeId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListThreadsInput = z.input<typeof ListThreadsInput>;
export type ThreadFilters = Omit<ListThreadsInput, "cursor" | "limit">;

export const GetThreadInput = z.strictObject({ threadId: ThreadId });
export type GetThreadInput = z.infer<typeof GetThreadInput>;

/** Twenty archives are one request with one undo. */
export const ThreadIdsInput = z.strictObject({ threadIds: z.array(ThreadId).min(1).max(500) });
export type ThreadIdsInput = z.infer<typeof ThreadIdsInput>;
