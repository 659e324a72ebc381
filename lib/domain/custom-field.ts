export const MAX_CUSTOM_NAME = 100;
export const MAX_CUSTOM_VALUE = 5_000;
/** A lead has no more of its own fields than a person can look through. */
export const MOST_CUSTOM_FIELDS = 100;

/** Why a lead's own field cannot be kept, as a closed word; null when it can. */
export function customFieldProblem(name: string, value: string): string | null {
  // What JavaScript takes for more than a name.
  if (["__proto__", "constructor", "prototype"].includes(name)) return "custom_name";
  if (name.length > MAX_CUSTOM_NAME) return "custom_name_too_long";
  if (value.length > MAX_CUSTOM_VALUE) return "custom_too_long";
  return /[^\P{Cc}\n\r\t]/u.test(value) ? "control_character" : null;
}
