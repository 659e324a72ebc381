import type { z } from "zod";
import type { Context } from "@/lib/services/context";
import { checkImport } from "@/lib/services/imports/check-import";
import { CheckImportInput, WriteImportInput } from "@/lib/services/imports/schemas";
import { writeImport } from "@/lib/services/imports/write-import";

/** A table as a file's bytes. */
export const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));

/** A look at a table before it is imported, with what a form leaves out filled in. */
export const check = (context: Context, table: Uint8Array, input: z.input<typeof CheckImportInput>) =>
  checkImport(context, table, CheckImportInput.parse(input));

export const write = (context: Context, table: Uint8Array, input: z.input<typeof WriteImportInput>) =>
  writeImport(context, table, WriteImportInput.parse(input));
