import { expect, test, vi } from "vitest";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { errorResponse } from "./error-response";
import { problemSentence } from "./problem-sentence";

test("braces without a variable's name are called that", () => {
  const said = (name: string) =>
    problemSentence({ path: "emailBody", reason: "unresolved_variable", values: { name } });
  expect(said("{{}}")).toMatch(/^"emailBody" contains braces without the name of a variable; write \\\{\{/);
  expect(said("lead.city")).toContain("the variable lead.city, which has no value");
});

test("a failure of ours tells the caller nothing of what it was", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);

  const response = errorResponse(new Error('relation "replies" does not exist'));

  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ ok: false, error: "Something went wrong on our side", status: "error" });
  expect(logged).toHaveBeenCalledOnce();
});

test("fields stand under the name that the endpoint has for them, unknown keys under the name that was sent", async () => {
  const fields = [
    { path: "toEmail", reason: "empty" },
    { path: "fooBar", reason: "unknown_key" },
    { path: "attachments.2.file_url", reason: "url_scheme" },
  ];

  const response = errorResponse(new AppError("invalid", { fields }), { nameOf: (path) => path.toUpperCase() });

  expect(await response.json()).toEqual({
    statusCode: 400,
    error: "Bad Request",
    message:
      '"TOEMAIL" is not allowed to be empty. "fooBar" is not allowed. "ATTACHMENTS[2].FILE_URL" must be an https address',
    validation: { source: "payload", keys: ["TOEMAIL", "fooBar", "ATTACHMENTS[2].FILE_URL"] },
  });
});

test("a thousand unknown keys make a short answer", async () => {
  const fields = Array.from({ length: 1000 }, (_each, index) => ({
    path: `${"x".repeat(5000)}${index}`,
    reason: "unknown_key",
  }));

  const text = await errorResponse(new AppError("invalid", { fields })).text();

  expect(text.length).toBeLessThan(20_000);
});

test("a word without a sentence is still said of its field", () => {
  expect(problemSentence({ path: "cc", reason: "something_new" })).toBe('"cc" is invalid');
});
