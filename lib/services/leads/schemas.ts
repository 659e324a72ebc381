import { z } from "zod";
import { countryCode } from "@/lib/domain/country-code";
import { customFieldProblem, MAX_CUSTOM_NAME } from "@/lib/domain/custom-field";
import type { LeadField } from "@/lib/domain/lead-field";
import { isOffsetZone, isZone } from "@/lib/domain/wall-time";
import { GetThreadInput } from "@/lib/services/threads/schemas";

/** Leads for a stranger's thread: those that fit, or those that begin with what was typed. */
export const LeadOffersInput = z.strictObject({
  id: GetThreadInput.shape.threadId,
  q: z
    .string()
    .max(200)
    .overwrite((value) => value.replaceAll("\0", "").toWellFormed())
    .trim()
    .min(1)
    .optional(),
});
export type LeadOffersInput = z.infer<typeof LeadOffersInput>;

/** One line of text: it stands in lists, titles and headers. */
const line = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .overwrite((value) => value.toWellFormed())
    .trim()
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "control_character");

/** An empty text takes a field away. */
const LeadFields = z.strictObject({
  firstName: line(200),
  lastName: line(200),
  company: line(300),
  title: line(300),
  phone: line(100),
  website: line(500),
  linkedin: line(500),
  location: line(300),
  country: line(100).transform((text, context) => {
    const code = countryCode(text);
    if (text !== "" && code === null) context.addIssue({ code: "custom", message: "country" });
    return code ?? "";
  }),
  timeZone: z
    .string()
    .trim()
    .max(100)
    .refine((zone) => zone === "" || (isZone(zone) && !isOffsetZone(zone)), "time_zone"),
} satisfies Record<LeadField, z.ZodType>);

/** `custom`: fields of the lead's own by name; an empty text takes one away. */
const LeadParts = z.strictObject({
  fields: LeadFields.partial().optional(),
  custom: z
    .record(
      line(MAX_CUSTOM_NAME).min(1, "required"),
      z
        .string()
        .overwrite((value) => value.toWellFormed())
        .trim(),
    )
    .superRefine((custom, context) => {
      for (const [name, value] of Object.entries(custom)) {
        const problem = customFieldProblem(name, value);
        if (problem) context.addIssue({ code: "custom", path: [name], message: problem });
      }
    })
    .optional(),
});
export type LeadParts = z.infer<typeof LeadParts>;

/** `still`: what has to stand there yet, so that nobody's later change is lost. */
export const UpdateLeadInput = LeadParts.extend({
  threadId: GetThreadInput.shape.threadId,
  still: LeadParts.optional(),
}).refine(({ fields, custom }) => Object.keys({ ...fields, ...custom }).length > 0, "required");
export type UpdateLeadInput = z.infer<typeof UpdateLeadInput>;
