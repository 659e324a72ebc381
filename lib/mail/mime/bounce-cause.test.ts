import { expect, test } from "vitest";
import { bounceVerdictOf } from "./bounce-cause";

test.each([
  ["5.2.2", "552 5.2.2 Mailbox is over quota", "mailboxfull"],
  ["5.1.1", "550 5.1.1 Not enough disk space", "mailboxfull"],
  ["4.3.1", "452 4.3.1 Insufficient system storage", "systemfull"],
  ["5.3.4", "552 5.3.4 Message size exceeds fixed limit", "mesgtoobig"],
  ["5.7.1", "554 5.7.1 A virus was found", "virusdetected"],
  ["5.7.1", "554 5.7.1 Your mail looks like spam", "spamdetected"],
  ["5.7.26", "550 5.7.26 SPF check of the sender failed", "authfailure"],
  ["5.7.25", "550 5.7.25 No PTR record for 192.0.2.1", "requireptr"],
  ["5.7.1", "550 5.7.1 Relaying denied", "norelaying"],
  ["4.7.0", "421 4.7.0 Too many connections from your host", "toomanyconn"],
  ["4.2.1", "450 4.2.1 You are sending too fast", "speeding"],
  ["5.7.1", "554 5.7.1 Poor reputation of 192.0.2.1", "badreputation"],
  ["5.7.1", "550 5.7.1 Refused by local policy", "policyviolation"],
  ["5.7.1", "554 5.7.1 192.0.2.1 is listed at rbl.test", "blocked"],
  ["5.2.1", "550 5.2.1 This account is disabled", "suspend"],
  ["5.1.8", "553 5.1.8 Domain of sender address does not exist", "rejected"],
  ["5.1.6", "551 5.1.6 The person has moved to a new address", "hasmoved"],
  ["5.4.4", "550 The domain has a null MX", "notaccept"],
  ["5.1.2", "550 Host unknown", "hostunknown"],
  ["5.1.1", "550 5.1.1 No such user", "userunknown"],
  ["5.3.0", "procmail: Couldn't create a file: no such user", "mailererror"],
  ["5.5.1", "503 Bad sequence of commands", "syntaxerror"],
  ["4.4.2", "lost connection with mx.lead.test", "networkerror"],
  ["4.3.0", "451 4.3.0 Queue file write error", "systemerror"],
  ["4.4.7", "delivery retry timeout exceeded", "expired"],
  ["5.1.1", "", "userunknown"],
  ["5.2.2", "", "mailboxfull"],
  ["5.7.99", "", "securityerror"],
  ["5.1.1", "550 5.1.1 <abuse@spam-policy.test>: user unknown", "userunknown"],
  ["", "Goodbye.", "undefined"],
])("%s %s means %s", (status, words, cause) => {
  expect(bounceVerdictOf({ status, words: [words] }).cause).toBe(cause);
});

test("an unknown user is one for good only where the words cannot mean something else", () => {
  const verdict = (status: string, words: string, isAfterData = false) =>
    bounceVerdictOf({ status, words: [words], isAfterData });
  const permanent = { cause: "userunknown", permanent: true };
  const filtered = { cause: "filtered", permanent: false };

  expect(verdict("5.0.0", "550 Unknown user ana@lead.test")).toEqual(permanent);
  expect(verdict("5.0.0", "550 Unknown user ana@lead.test", true)).toEqual(filtered);
  expect(verdict("5.1.1", "550 Unknown user ana@lead.test", true)).toEqual(permanent);
  expect(verdict("5.7.1", "550 5.7.1 User unknown")).toEqual(filtered);
  expect(verdict("5.7.1", "550 5.7.1 Recipient address rejected: Access denied")).toEqual(permanent);
  expect(verdict("", "550 : User unknown")).toEqual(filtered);
  expect(verdict("", "550 <ana@lead.test>: User unknown")).toEqual(permanent);
  expect(verdict("5.2.0", "550 Mailbox unavailable")).toEqual(filtered);
  expect(verdict("5.5.0", "550 Mailbox unavailable")).toEqual(permanent);
});

test("what is only put off is not permanent, whatever the reason", () => {
  expect(bounceVerdictOf({ status: "4.4.1", words: ["Host not found"] }).permanent).toBe(false);
  expect(bounceVerdictOf({ status: "", words: ["450 User unknown"] }).permanent).toBe(false);
});

test("the first words that say something count", () => {
  const words = ["It did not work.", "552 Mailbox full", "550 No such user"];

  expect(bounceVerdictOf({ status: "5.1.1", words })).toEqual({ cause: "mailboxfull", permanent: false });
});
