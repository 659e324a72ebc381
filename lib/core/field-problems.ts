import type { z } from "zod";
import { valueAt } from "@/lib/domain/value-at";
import type { FieldProblem } from "./errors";

type Issue = z.core.$ZodIssue;

/**
 * What a schema found wrong with `input`, as closed words for each field: required, wrong_type, unknown_key, unknown_value,
 * empty, too_long, too_short, too_big, too_small, too_many, too_few, invalid, or the word that a rule of the schema gives as
 * its message. An unknown key is a problem of its own path.
 */
export function fieldProblemsOf(error: z.ZodError, input: unknown): FieldProblem[] {
  const problems = error.issues.flatMap((issue) => problemsOf(issue, input));
  // That a field is empty may be found by its length and by its form.
  return problems.filter(({ path, reason }, at) => reason !== "empty" || firstOf(problems, path, reason) === at);
}

const firstOf = (problems: FieldProblem[], ofPath: string, word: string): number =>
  problems.findIndex(({ path, reason }) => path === ofPath && reason === word);

function problemsOf(issue: Issue, input: unknown): FieldProblem[] {
  const path = issue.path.map(String).join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, reason: "unknown_key" }));
    case "invalid_type":
      return valueAt(input, issue.path) === undefined
        ? [{ path, reason: "required" }]
        : [{ path, reason: "wrong_type", values: { expected: issue.expected } }];
    case "invalid_value":
      return valueAt(input, issue.path) === undefined
        ? [{ path, reason: "required" }]
        : [{ path, reason: "unknown_value", values: { allowed: issue.values.map(String).join(", ") } }];
    case "too_big":
      return [{ path, reason: bound(issue.origin, "big"), values: { maximum: Number(issue.maximum) } }];
    case "too_small":
      if (issue.origin === "string" && Number(issue.minimum) === 1) return [{ path, reason: "empty" }];
      return [{ path, reason: bound(issue.origin, "small"), values: { minimum: Number(issue.minimum) } }];
    case "custom":
      return [{ path, reason: wordOf(issue.message), ...(issue.params ? { values: issue.params } : {}) }];
    case "invalid_format":
      // Nothing has no form to be wrong in.
      return [{ path, reason: valueAt(input, issue.path) === "" ? "empty" : wordOf(issue.message) }];
    default:
      return [{ path, reason: "invalid" }];
  }
}

const wordOf = (message: string): string => (/^[a-z_]+$/.test(message) ? message : "invalid");

function bound(origin: string, side: "big" | "small"): string {
  if (origin === "string") return side === "big" ? "too_long" : "too_short";
  if (origin === "array") return side === "big" ? "too_many" : "too_few";
  return side === "big" ? "too_big" : "too_small";
}
