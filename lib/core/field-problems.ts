import type { z } from "zod";
import type { FieldProblem } from "./errors";

type Issue = z.core.$ZodIssue;

/**
 * What a schema found wrong, as closed words for each field: required, wrong_type, unknown_key, unknown_value, too_long,
 * too_short, too_big, too_small, too_many, invalid, or the word that a schema's own rule gives as its message.
 * An unknown key is a problem of its own path.
 */
export function fieldProblemsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap(problemsOf);
}

function problemsOf(issue: Issue): FieldProblem[] {
  const path = issue.path.map(String).join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, reason: "unknown_key" }));
    case "invalid_type":
      // Zod tells a missing value only by its input, which it does not keep: the message does.
      return [
        issue.message.endsWith("received undefined")
          ? { path, reason: "required" }
          : { path, reason: "wrong_type", values: { expected: issue.expected } },
      ];
    case "invalid_value":
      return [{ path, reason: "unknown_value", values: { allowed: issue.values.map(String).join(", ") } }];
    case "too_big":
      return [{ path, reason: bound(issue.origin, "big"), values: { maximum: Number(issue.maximum) } }];
    case "too_small":
      return [{ path, reason: bound(issue.origin, "small"), values: { minimum: Number(issue.minimum) } }];
    case "custom":
    case "invalid_format":
      return [{ path, reason: /^[a-z_]+$/.test(issue.message) ? issue.message : "invalid" }];
    default:
      return [{ path, reason: "invalid" }];
  }
}

function bound(origin: string, side: "big" | "small"): string {
  if (origin === "string") return side === "big" ? "too_long" : "too_short";
  if (origin === "array") return side === "big" ? "too_many" : "too_few";
  return side === "big" ? "too_big" : "too_small";
}
