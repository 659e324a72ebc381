import { z } from "zod";
import { IMPORT_KINDS } from "@/lib/domain/import-columns";
import { MAX_MAIL_FILES } from "@/lib/domain/mail-file";

/** The largest table that is read. */
export const MAX_IMPORT_BYTES = 20 * 1024 * 1024;
export const MAX_IMPORT_ROWS = 50_000;
export const MAX_IMPORT_COLUMNS = 200;
const MAX_EDITS = 500;

/**
 * How a table is to be read. `columns`: what each stands for, guessed from their heads when absent; `edits`: cells that a person
 * has set right, by the line on which their row begins.
 */
export const CheckImportInput = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  columns: z.array(z.string().max(40).nullable()).max(MAX_IMPORT_COLUMNS).optional(),
  edits: z
    .array(
      z.strictObject({
        line: z.number().int().min(1),
        column: z
          .number()
          .int()
          .min(0)
          .max(MAX_IMPORT_COLUMNS - 1),
        value: z.string().max(5_000),
      }),
    )
    .max(MAX_EDITS)
    .default([]),
});
export type CheckImportInput = z.output<typeof CheckImportInput>;

/** `leaveOut`: how many wrong rows somebody has seen and leaves out; with more than that nothing is written. */
export const WriteImportInput = CheckImportInput.extend({ leaveOut: z.number().int().min(0).default(0) });
export type WriteImportInput = z.output<typeof WriteImportInput>;

/** The last days of a mailbox, from its own server. */
export const OrderPastMailInput = z.strictObject({ mailboxId: z.uuid(), days: z.number().int().min(1).max(3_650) });
export type OrderPastMailInput = z.output<typeof OrderPastMailInput>;

/**
 * Files of mail that were uploaded: each one message or an mbox, a large one cut between its messages. `name`: what they are called
 * where the order is told, the file's name or that of the first.
 */
export const OrderMailFilesInput = z.strictObject({
  mailboxId: z.uuid(),
  name: z.string().trim().min(1).max(255),
  uploadIds: z.array(z.uuid()).min(1).max(MAX_MAIL_FILES),
});
export type OrderMailFilesInput = z.output<typeof OrderMailFilesInput>;
