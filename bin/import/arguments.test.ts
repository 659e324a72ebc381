import { expect, test } from "vitest";
import { parseArguments } from "./arguments";

const parse = (line: string) => parseArguments(line.split(" ").filter(Boolean));

test.each([
  ["leads l.csv", { what: "table", kind: "leads", file: "l.csv", leaveOutWrong: false }],
  ["mailboxes m.csv --leave-out-wrong", { what: "table", kind: "mailboxes", file: "m.csv", leaveOutWrong: true }],
  ["mail all.mbox --mailbox sam@acme.test", { what: "mail files", path: "all.mbox", mailbox: "sam@acme.test" }],
  ["mail --imap --days=90 --mailbox=sam@acme.test", { what: "past mail", days: 90, mailbox: "sam@acme.test" }],
])("%s", (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

test.each([
  ["", "Say what to import"],
  ["contacts c.csv", "“contacts” cannot"],
  ["leads", "A CSV file is needed"],
  ["leads a.csv b.csv", "One file"],
  ["leads a.csv --days 3", "--days is for mail"],
  ["mail all.mbox", "--mailbox needs"],
  ["mail --mailbox sam@acme.test", "A file or a folder"],
  ["mail --imap --days 0 --mailbox sam@acme.test", "--days needs"],
  ["mail x --imap --days 3 --mailbox sam@acme.test", "no file is read"],
  ["mail x --days 3 --mailbox sam@acme.test", "goes with --imap"],
  ["leads l.csv --force", "--force is not known"],
])("%j is refused in a sentence", (line, sentence) => {
  expect(parse(line)).toEqual({ problem: expect.stringContaining(sentence) });
});
