import type { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { may, type Context } from "@/lib/services/context";
import { MAX_IMPORT_BYTES } from "@/lib/services/imports/schemas";

/** Besides the file a form has its marks and what was set right by hand. */
const MAX_FORM_BYTES = MAX_IMPORT_BYTES + 4 * 1024 * 1024;

/**
 * Reads a form of a `file` and, as JSON, an `input`. The file is held in memory for as long as the request lasts and kept nowhere.
 * @throws AppError `forbidden`, `too_large`, `invalid`
 */
export async function readImport<Schema extends z.ZodType>(
  { actor }: Context,
  request: Request,
  schema: Schema,
): Promise<{ bytes: Uint8Array; input: z.output<Schema> }> {
  // Before anything is read: only who may import gets memory for it.
  may(actor, "import.run");
  const form = await formOf(request);
  const file = form.get("file");
  if (!(file instanceof File)) throw new AppError("invalid", { fields: [{ path: "file", reason: "required" }] });
  if (file.size > MAX_IMPORT_BYTES) throw new AppError("too_large", { reason: "import" });
  const given = jsonOf(form.get("input"));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new AppError("invalid", { fields: fieldProblemsOf(parsed.error, given) });
  return { bytes: new Uint8Array(await file.arrayBuffer()), input: parsed.data };
}

/** A body may say less than it brings: its bytes are counted as they come. */
async function formOf(request: Request): Promise<FormData> {
  if (Number(request.headers.get("content-length")) > MAX_FORM_BYTES)
    throw new AppError("too_large", { reason: "import" });
  let size = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > MAX_FORM_BYTES) controller.error(new AppError("too_large", { reason: "import" }));
      else controller.enqueue(chunk);
    },
  });
  const body = request.body?.pipeThrough(counted) ?? null;
  const type = request.headers.get("content-type") ?? "";
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch (cause) {
    if (size > MAX_FORM_BYTES) throw new AppError("too_large", { reason: "import", cause });
    throw new AppError("invalid", { reason: "form", cause });
  }
}

function jsonOf(text: FormDataEntryValue | null): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
