import { expect, test } from "vitest";
import { parseArguments } from "./arguments";

test("a folder and own addresses are read, each address once", () => {
  expect(parseArguments(["mail"])).toEqual({ folder: "mail", mailboxes: [] });
  const words = ["--mailbox", "Sam@own.test", "mail", "--mailbox=sam@own.test", "--mailbox=nia@own.test"];
  expect(parseArguments(words)).toEqual({ folder: "mail", mailboxes: ["sam@own.test", "nia@own.test"] });
});

test.each([
  [[], "One folder"],
  [["one", "two"], "One folder"],
  [["mail", "--mailbox"], "--mailbox needs an address"],
  [["mail", "--mailbox", "sam"], "--mailbox needs an address"],
  [["mail", "--all"], "--all is not known"],
])("%j is refused with a sentence", (words, sentence) => {
  expect(parseArguments(words)).toEqual({ problem: expect.stringContaining(sentence) });
});
