import { expect, test } from "vitest";
import { isListMail } from "./list-mail";

const message = (headers: Record<string, string>, inReplyTo: string[] = []) => ({
  headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
  inReplyTo,
  references: [],
});

test.each([
  ["a newsletter", message({ "list-unsubscribe": "<https://weekly.test/u>" }), true],
  ["a mailing list", message({ "list-id": "<dev.lists.test>" }, ["a@x"]), true],
  ["a list's answer", message({ "list-post": "<mailto:dev@lists.test>" }, ["a@x"]), true],
  ["a list that takes no post", message({ "list-post": "NO", "list-unsubscribe": "" }), false],
  ["bulk mail", message({ "list-unsubscribe": "<https://weekly.test/u>", precedence: "bulk" }, ["a@x"]), true],
  [
    "one-click mail",
    message({ "list-unsubscribe": "<https://weekly.test/u>", "list-unsubscribe-post": "List-Unsubscribe=One-Click" }, [
      "a@x",
    ]),
    true,
  ],
  ["one person's answer with a way out", message({ "list-unsubscribe": "<https://crm.test/u>" }, ["a@x"]), false],
  ["one person's answer", message({}, ["a@x"]), false],
  ["one person's first message", message({}), false],
])("%s is list mail: %s", (_name, mail, isList) => {
  expect(isListMail(mail)).toBe(isList);
});
