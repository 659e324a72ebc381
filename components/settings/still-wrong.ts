import type { ActionError } from "@/lib/actions/action";
import { valueAt } from "@/lib/domain/value-at";

type Problems = NonNullable<ActionError["fields"]>;

/** Said at one field, and put right in another as well. */
const OF_SEVERAL_FIELDS = new Set(["ends_before", "window_order", "password_needed"]);

/** Those of a form's problems whose field still holds what was refused. */
export function stillWrong(problems: Problems, refused: unknown, now: unknown): Problems {
  return problems.filter(({ path, reason }) => {
    const keys = OF_SEVERAL_FIELDS.has(reason) ? [] : path.split(".");
    return isSame(valueAt(refused, keys), valueAt(now, keys));
  });
}

/** JSON would take a number that is none for nothing. */
const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || (typeof one === "object" && JSON.stringify(one) === JSON.stringify(other));
