import { z } from "zod";
import { canonicalAddress, isAddress } from "@/lib/domain/address";
import { countryCode } from "@/lib/domain/country-code";
import { isZone } from "@/lib/domain/wall-time";

/** One line of text: it stands in lists, titles and headers. */
const line = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "control_character");

/** A lead as a row of a table gives it; what a row leaves empty is absent. */
export const LeadRowSchema = z.strictObject({
  email: z.string().refine(isAddress, "address").transform(canonicalAddress),
  firstName: line(200).optional(),
  lastName: line(200).optional(),
  fullName: line(400).optional(),
  company: line(300).optional(),
  title: line(300).optional(),
  phone: line(100).optional(),
  website: line(500).optional(),
  linkedin: line(500).optional(),
  location: line(300).optional(),
  country: line(100)
    .transform((text, context) => {
      const code = countryCode(text);
      if (code === null) context.addIssue({ code: "custom", message: "country" });
      return code ?? "";
    })
    .optional(),
  timeZone: z.string().max(100).refine(isZone, "time_zone").optional(),
  campaigns: line(2_000)
    .transform((list) =>
      list
        .split(/[;|]/u)
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(200)).max(50))
    .optional(),
});
export type LeadRowValues = z.output<typeof LeadRowSchema>;
