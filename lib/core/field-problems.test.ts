import { expect, test } from "vitest";
import { z } from "zod";
import { fieldProblemsOf } from "./field-problems";

const Schema = z.strictObject({
  name: z.string().min(1).max(3),
  kind: z.enum(["a", "b"]),
  files: z.array(z.strictObject({ url: z.string().refine((url) => url.startsWith("x"), "forbidden_url") })).max(1),
});

function problems(input: unknown) {
  const parsed = Schema.safeParse(input);
  return parsed.success ? [] : fieldProblemsOf(parsed.error, input).map(({ path, reason }) => `${path}: ${reason}`);
}

test("a missing field is required, a null one has the wrong type", () => {
  expect(problems({ name: null, files: [] })).toEqual(["name: wrong_type", "kind: required"]);
});

test("each problem has the path of its field, each unknown key its own", () => {
  const input = { name: "", kind: "c", files: [{ url: "y", extra: 1 }], other: 1, more: 2 };

  expect(problems(input).toSorted((a, b) => a.localeCompare(b))).toEqual([
    "files.0.extra: unknown_key",
    "files.0.url: forbidden_url",
    "kind: unknown_value",
    "more: unknown_key",
    "name: empty",
    "other: unknown_key",
  ]);
});

test("a list that is too long is a problem of the list", () => {
  expect(problems({ name: "a", kind: "a", files: [{ url: "x" }, { url: "x" }] })).toEqual(["files: too_many"]);
});

test("what is no object at all is a problem of the whole", () => {
  expect(problems(null)).toEqual([": wrong_type"]);
  expect(problems([])).toEqual([": wrong_type"]);
});

test("an empty field is empty, not of a wrong form, and that once", () => {
  const Form = z.strictObject({
    email: z.email("address"),
    host: z
      .string()
      .min(1)
      .regex(/^[a-z.]+$/, "host"),
  });
  const reasons = (input: unknown) =>
    fieldProblemsOf(Form.safeParse(input).error!, input).map(({ path, reason }) => `${path}: ${reason}`);

  expect(reasons({ email: "", host: "" })).toEqual(["email: empty", "host: empty"]);
  expect(reasons({ email: "ana", host: "a b" })).toEqual(["email: address", "host: host"]);
});
