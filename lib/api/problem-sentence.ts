import type { FieldProblem } from "@/lib/core/errors";

type Values = NonNullable<FieldProblem["values"]>;

/** What follows the field's name, in Joi's words where Joi has some: that is what callers of this API match on. */
const PHRASES: Record<string, (values: Values) => string> = {
  required: () => "is required",
  unknown_key: () => "is not allowed",
  empty: () => "is not allowed to be empty",
  wrong_type: ({ expected }) => `must be ${article(String(expected))}`,
  unknown_value: ({ allowed }) => `must be one of [${allowed}]`,
  too_long: ({ maximum }) => `length must be less than or equal to ${maximum} characters long`,
  too_many: ({ maximum }) => `must contain less than or equal to ${maximum} items`,
  too_big: ({ maximum }) => `must be less than or equal to ${maximum}`,
  too_small: ({ minimum }) => `must be greater than ${minimum}`,
  too_large: ({ maximum }) => `must not exceed ${maximum} bytes in all`,
  control_character: () => "must not contain control characters",
  nul: () => "must not contain NUL characters",
  address: ({ address }) => `must be valid email addresses: ${address} is not one`,
  not_a_time: () => "must be a valid ISO 8601 date and time",
  time_without_offset: () => "must be in ISO 8601 format with an offset or Z",
  year_out_of_range: () => "must lie in the years 1000 to 9999",
  in_the_past: () => "must not be more than 5 minutes in the past",
  token: () => "must be a short token of letters, digits, dots, dashes and underscores",
  mime_type: () => "must be a MIME type",
  disagrees: () => "does not belong to the thread of this stats id",
  unknown_upload: () => "is not one of your uploads",
  url_url: () => "must be a valid https address",
  url_scheme: () => "must be an https address",
  url_private_address: () => "must not point to a private address",
  url_unresolvable: () => "names a host that cannot be found",
  unresolved_variable: ({ name }) =>
    `contains ${name === "{{}}" ? "braces without the name of a variable" : `the variable ${name}, which has no value here and no fallback`}; write \\{{ for braces that are meant as such`,
  blocked: ({ address }) => `contains ${address}, which is on the block list`,
};

/** One sentence about one field, such as `"cc" must be …`; the field under the name the caller knows it by. */
export function problemSentence({ path, reason, values }: FieldProblem): string {
  const phrase = PHRASES[reason]?.(values ?? {}) ?? "is invalid";
  return `"${fieldName(path)}" ${phrase}`;
}

/** "attachments.0.file_url" → "attachments[0].file_url"; the body itself is called "value". */
export const fieldName = (path: string): string => (path || "value").slice(0, 200).replace(/\.(\d+)(?=\.|$)/g, "[$1]");

function article(type: string): string {
  if (type === "object") return "of type object";
  if (type === "int") return "an integer";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
