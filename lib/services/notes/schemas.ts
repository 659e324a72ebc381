import { z } from "zod";
import { LONGEST_NOTE, MOST_NOTE_FILES } from "@/lib/domain/note";

const ThreadNumber = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Those who are named stand in it as `@[member id]`, which is longer than their names. */
const Text = z
  .string()
  .overwrite((value) => value.toWellFormed().replaceAll("\0", "").replaceAll("\r\n", "\n"))
  .trim()
  .min(1)
  .max(2 * LONGEST_NOTE);

export const AddNoteInput = z.strictObject({
  threadId: ThreadNumber,
  text: Text,
  /** Whole uploads of the author's own. */
  uploadIds: z
    .array(z.uuid())
    .max(MOST_NOTE_FILES)
    .refine((ids) => new Set(ids).size === ids.length)
    .default([]),
  /** Made once by the form. */
  pressId: z.uuid().optional(),
});
export type AddNoteInput = z.output<typeof AddNoteInput>;

export const EditNoteInput = z.strictObject({ noteId: z.uuid(), text: Text });
export type EditNoteInput = z.infer<typeof EditNoteInput>;

export const RemoveNoteInput = z.strictObject({ noteId: z.uuid() });
export type RemoveNoteInput = z.infer<typeof RemoveNoteInput>;

export const ListNotesInput = z.strictObject({ threadId: z.coerce.number().pipe(ThreadNumber) });
export type ListNotesInput = z.infer<typeof ListNotesInput>;

export const OpenNoteFileInput = z.strictObject({ noteId: z.uuid(), uploadId: z.uuid() });
export type OpenNoteFileInput = z.infer<typeof OpenNoteFileInput>;
