import { expect, test } from "vitest";
import { completableAt, complete, completionsOf } from "./search-completion";

const names = {
  mailbox: ["maya@acme.test"],
  campaign: ["Nordic freight, Q4", "Freight audit"],
  category: ["Interested", "Not interested"],
  assignee: ["me", "Mia Lund"],
  people: ["ana@lead.test"],
};
const offered = (typed: string, caret = typed.length) => {
  const completable = completableAt(typed, caret);
  return completable ? completionsOf(completable, names) : null;
};

test.each<[string, string[] | null]>([
  ["rate is:un", ["unread", "unanswered", "unassigned"]],
  ["has:", ["file", "pdf", "image", "attachment"]],
  ["-IS:SCH", ["scheduled"]],
  ["campaign:fre", ["Freight audit", "Nordic freight, Q4"]],
  ['campaign:"nordic f', ["Nordic freight, Q4"]],
  ["category:interested", ["Not interested"]],
  ["assignee:m", ["me", "Mia Lund"]],
  ["from:ana", ["ana@lead.test"]],
  ["su", ["subject:"]],
  ["rate", []],
  ["before:2026", []],
  ['campaign:"Freight audit"', null],
  ["rate ", null],
  ['"is:un', null],
  ["", null],
])("%s is offered %j", (typed, expected) => {
  expect(offered(typed)).toEqual(expected);
});

test("the caret says which piece is meant", () => {
  expect(offered("is:un rate", 5)).toEqual(["unread", "unanswered", "unassigned"]);
  expect(offered("is:un rate", 3)).toBeNull();
});

test("what is taken stands in the place of what was begun, in quotes when it needs them", () => {
  const take = (typed: string, chosen: string, caret = typed.length) =>
    complete(typed, completableAt(typed, caret)!, chosen);
  expect(take("rate is:un", "unread")).toEqual({ text: "rate is:unread ", caret: 15 });
  expect(take("-campaign:nor", "Nordic freight, Q4")).toEqual({ text: '-campaign:"Nordic freight, Q4" ', caret: 31 });
  expect(take("su", "subject:")).toEqual({ text: "subject:", caret: 8 });
  expect(take("is:un rate", "unread", 5)).toEqual({ text: "is:unread rate", caret: 10 });
});
