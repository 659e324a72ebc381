import { expect, test } from "vitest";
import { screenRulesOf, withoutScreenRules, withScreenRules } from "./screen-rules";

test("rules are put before a message and taken off again", () => {
  const stored = withScreenRules("<p>Hi</p>", "@media x{}");

  expect([screenRulesOf(stored), withoutScreenRules(stored)]).toEqual(["@media x{}", "<p>Hi</p>"]);
});

test("a message without rules is as it was, and rules without a message are nothing", () => {
  expect([screenRulesOf("<p>Hi</p>"), withoutScreenRules("<p>Hi</p>")]).toEqual(["", "<p>Hi</p>"]);
  expect([withScreenRules("<p>Hi</p>", ""), withScreenRules("", "@media x{}")]).toEqual(["<p>Hi</p>", ""]);
});
