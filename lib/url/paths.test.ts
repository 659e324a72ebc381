import { expect, test } from "vitest";
import { safeReturnPath, signInPath, viewPath } from "./paths";

const own = "http://localhost:3000";

test("signing in leads back to where one wanted to go", () => {
  expect(safeReturnPath("/inbox/7?view=mine#last", own)).toBe("/inbox/7?view=mine#last");
  expect(safeReturnPath("http://localhost:3000/settings", own)).toBe("/settings");
  expect(safeReturnPath(null, own)).toBe("/inbox");
});

test.each([
  "https://evil.test/",
  "//evil.test/inbox",
  "/\\evil.test",
  "\\\\evil.test",
  "http://localhost:3001/inbox",
  "http://localhost:3000@evil.test/",
  "javascript:alert(1)",
  "data:text/html,x",
  "\t//evil.test",
  "http://",
])("it never leads to another site: %s", (asked) => {
  expect(safeReturnPath(asked, own)).toBe("/inbox");
});

test.each(["/.//evil.test/x", "/%2e//evil.test/x", "/a/..//evil.test/x", "http://localhost:3000//evil.test/x"])(
  "dots and slashes do not make another site of a path: %s",
  (asked) => {
    expect(safeReturnPath(asked, own)).toBe("/evil.test/x");
  },
);

test("it does not lead back to the sign-in page", () => {
  expect(safeReturnPath("/sign-in?callbackUrl=/sign-in", own)).toBe("/inbox");
});

test("the sign-in page is told where to go, unless that is where it leads anyway", () => {
  expect(signInPath("/inbox")).toBe("/sign-in");
  expect(signInPath("/settings/team?x=1")).toBe("/sign-in?callbackUrl=%2Fsettings%2Fteam%3Fx%3D1");
});

test("the inbox is the list without a parameter", () => {
  expect(viewPath("inbox")).toBe("/inbox");
  expect(viewPath("mine")).toBe("/inbox?view=mine");
});
