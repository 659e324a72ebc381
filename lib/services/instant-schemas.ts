import { z } from "zod";
import { parseInstant } from "@/lib/domain/instant";

/** An instant as `parseInstant` reads it, written as every other reader takes it; what is none says what is wrong with it. */
export const InstantInput = z
  .string()
  .overwrite((text) => text.toWellFormed())
  .max(64, { abort: true })
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), "control_character")
  .superRefine((text, context) => {
    const read = parseInstant(text);
    if (typeof read === "string") context.addIssue({ code: "custom", message: read });
  })
  .overwrite((text) => {
    const read = parseInstant(text);
    return read instanceof Date ? read.toISOString() : text;
  });
