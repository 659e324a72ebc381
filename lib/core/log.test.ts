import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { errorWithoutValues } from "./log";

test("a failed query is logged without the values that it was given", () => {
  const cause = Object.assign(new Error("duplicate key value"), {
    code: "23505",
    detail: "Key (x)=(a private word) exists",
  });

  const logged = errorWithoutValues(new DrizzleQueryError("insert into x values ($1)", ["a private word"], cause));

  expect(JSON.stringify(logged)).not.toContain("private word");
  expect(logged).toMatchObject({ message: "a query failed", cause: { code: "23505", message: "duplicate key value" } });
});

test("any other error keeps its message and where it came from", () => {
  const logged = errorWithoutValues(new TypeError("x is not a function"));

  expect(logged).toMatchObject({ type: "TypeError", message: "x is not a function" });
  expect(logged.stack).toContain("log.test.ts");
});
