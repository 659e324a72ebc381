import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { bounceVerdictOf } from "./bounce-cause";
import { bouncesOf } from "./bounces";
import { parseMessage } from "./parse";

const bouncesIn = async (name: string) =>
  bouncesOf(await parseMessage(await readFile(`lib/testing/fixtures/${name}.eml`)));
const bouncesFrom = async (source: string) => bouncesOf(await parseMessage(Buffer.from(source)));

test("a report names each recipient that was not reached, by the address written to", async () => {
  expect(await bouncesIn("bounce-unknown-user")).toEqual([
    {
      recipient: "ana@lead.test",
      status: "5.1.1",
      reason: "550 5.1.1 No such user here",
      cause: "userunknown",
      permanent: true,
    },
    {
      recipient: "ben@lead.test",
      status: "5.2.2",
      reason: "552 5.2.2 Mailbox is over quota",
      cause: "mailboxfull",
      permanent: false,
    },
  ]);
});

test("a report in free form is understood, and the message it returns is not taken for part of it", async () => {
  const bounces = await bouncesIn("bounce-free-form");

  expect(bounces).toMatchObject([{ recipient: "ana@lead.test", permanent: true }]);
  expect(bounces[0]?.reason).toContain("no mailbox here by that name");
});

test("the header of Exim says whom", async () => {
  const bounces = await bouncesFrom(
    "From: Mail Delivery System <mailer-daemon@relay.test>\nX-Failed-Recipients: ana@lead.test, ben@lead.test\nSubject: Mail delivery failed\n\nana@lead.test\n  Unrouteable address\n\nben@lead.test\n  retry timeout exceeded\n",
  );

  expect(bounces).toMatchObject([
    { recipient: "ana@lead.test", permanent: true },
    { recipient: "ben@lead.test", permanent: false },
  ]);
});

test("a machine-readable part that fell into the text is read there", async () => {
  const bounces = await bouncesFrom(
    "From: mailer-daemon@relay.test\nSubject: Undelivered Mail\n\nSorry.\n\nFinal-Recipient: rfc822; ana@lead.test\nAction: failed\nStatus: 5.1.1\n",
  );

  expect(bounces).toMatchObject([{ recipient: "ana@lead.test", status: "5.1.1", permanent: true }]);
});

describe("forms of servers that write no machine-readable part", () => {
  const daemon = "From: mailer-daemon@relay.test\nTo: sam@own.test\nSubject: failure notice\n\n";

  test("an answer to the end of DATA says nothing about the address", async () => {
    const postfix = `${daemon}<ana@lead.test>: host mx.lead.test said: 550 unknown user (in reply to end of\n    DATA command)\n`;
    const sendmail = `${daemon}<ana@lead.test>\n  ----- Transcript -----\n>>> DATA\n<<< 550 unknown user\n`;

    expect(await bouncesFrom(postfix)).toMatchObject([{ cause: "filtered", permanent: false }]);
    expect(await bouncesFrom(sendmail)).toMatchObject([{ cause: "filtered", permanent: false }]);
  });

  test("a refusal counts more than what was tried after it", async () => {
    const source = `${daemon}>>> RCPT To:<ana@lead.test>\n<<< 550 <ana@lead.test>, user unknown\n421 mx.lead.test: connection timed out\n`;

    expect(await bouncesFrom(source)).toMatchObject([{ recipient: "ana@lead.test", permanent: true }]);
  });

  test("what the message was is no verdict on its To", async () => {
    const source = `${daemon}Your message\n\n  To:      team@lead.test\n  Subject: Pricing\n\ndid not reach:\n\nana@lead.test\n    The recipient name is not recognised\n`;

    expect((await bouncesFrom(source)).map(({ recipient }) => recipient)).toEqual(["ana@lead.test"]);
  });

  test("of a dialogue only the recipient is taken", async () => {
    const source =
      "From: mailer-daemon@own.test\nTo: postmaster@own.test\nSubject: Postfix SMTP server: errors from 192.0.2.1\n\nTranscript of session follows.\n\n In:  MAIL FROM:<bo@else.test>\n Out: 250 2.1.0 Ok\n In:  RCPT TO:<ana@lead.test>\n Out: 451 4.3.0 queue file write error\n";

    expect(await bouncesFrom(source)).toMatchObject([{ recipient: "ana@lead.test", cause: "systemerror" }]);
  });

  test("who wrote to himself, or to a postmaster, is told so", async () => {
    const own = `${daemon}<sam@own.test>:\nRemote host said: 552 over quota\n`;
    const postmaster = `${daemon}There was an error delivering your mail to <postmaster@lead.test>.\n\nhost lead.test not found\n\nMessage headers follow.\n\nTo: <postmaster@lead.test>\n`;

    expect(await bouncesFrom(own)).toMatchObject([{ recipient: "sam@own.test", cause: "mailboxfull" }]);
    expect(await bouncesFrom(postmaster)).toMatchObject([{ recipient: "postmaster@lead.test", cause: "hostunknown" }]);
  });

  test("a subject that says nothing is made good by a returned message and the words", async () => {
    const withText = (text: string, headers = "") =>
      bouncesFrom(
        `Return-Path: <>\nFrom: no-reply@lead.test\nTo: sam@own.test\nSubject: Mail\n${headers}Content-Type: multipart/mixed; boundary=x\n\n--x\n\n${text}\n--x\nContent-Type: message/rfc822\n\nTo: ana@lead.test\n\nHi\n--x--\n`,
      );

    expect(await withText("Could not be delivered to: <ana@lead.test>\nAs their mailbox is full.")).toMatchObject([
      { recipient: "ana@lead.test", cause: "mailboxfull" },
    ]);
    expect(await withText("Thanks, <ana@lead.test> will answer.")).toEqual([]);
    expect(await withText("It could not be delivered to me.", "Auto-Submitted: auto-replied\n")).toEqual([]);
  });

  test("Dovecot says why in its own words", async () => {
    const source = `${daemon}Your message to <ana@lead.test> was automatically rejected:\nNot enough disk space\n\n<ana@lead.test>: 550 no such user\n`;

    expect(await bouncesFrom(source)).toMatchObject([{ cause: "mailboxfull", permanent: false }]);
  });
});

test("a status part in a Japanese charset is read", async () => {
  const source = Buffer.concat([
    Buffer.from(
      "From: postmaster@lead.test\nSubject: DELIVERY FAILURE\nContent-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; ana@lead.test\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: X-Notes; Domino ",
    ),
    // "is not found in the directory"
    Buffer.from("1b2442252325 6c252f25482a 2a1b2842".replaceAll(" ", ""), "hex"),
    Buffer.from("\n--x--\n"),
  ]);

  expect(bouncesOf(await parseMessage(source))[0]?.reason).toContain("ィレクト");
});

test("a report that names thousands is cut short in no time", async () => {
  const groups = Array.from(
    { length: 20_000 },
    (_, at) => `Final-Recipient: rfc822; a${at}@lead.test\nAction: failed\nStatus: 5.0.0\n\n`,
  );
  const source = `From: mailer-daemon@relay.test\nSubject: failure notice\nContent-Type: multipart/report; boundary=x\n\n--x\n\n${"550 >>> DATA\n".repeat(4000)}\n--x\nContent-Type: message/delivery-status\n\n${groups.join("")}--x--\n`;
  const message = await parseMessage(Buffer.from(source));
  let count = 0;

  const time = await cpuTimeOf(() => {
    count = bouncesOf(message).length;
  });

  expect(count).toBe(200);
  expect(time).toBeLessThan(4_000);
}, 60_000);

describe("nothing is made of", () => {
  test.each(["out-of-office", "newsletter", "colleague-answers"])("%s", async (name) => {
    expect(await bouncesIn(name)).toEqual([]);
  });

  test("a person who forwards a bounce", async () => {
    const source =
      "From: Ana <ana@lead.test>\nSubject: Fwd: Undelivered Mail Returned to Sender\n\n<ben@lead.test>: 550 5.1.1 User unknown\n";

    expect(await bouncesFrom(source)).toEqual([]);
  });

  test.each([
    "Auto-Submitted: auto-generated\nSubject: Automatic reply: Delivery problem",
    "Auto-Submitted: auto-replied\nSubject: Delivery delayed",
  ])("an absence note without a sender: %j", async (headers) => {
    const source = `Return-Path: <>\nFrom: Ana <ana@lead.test>\n${headers}\n\nI am away; write to ben@lead.test.\n`;

    expect(await bouncesFrom(source)).toEqual([]);
  });

  test("a report of success", async () => {
    const source =
      "From: mailer-daemon@relay.test\nSubject: Delivery report\nContent-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; ana@lead.test\nAction: delivered\nStatus: 2.0.0\n--x--\n";

    expect(await bouncesFrom(source)).toEqual([]);
  });

  test("a complaint", async () => {
    const source =
      "From: abuse@lead.test\nSubject: complaint\nContent-Type: multipart/report; report-type=feedback-report; boundary=x\n\n--x\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--x--\n";

    expect(await bouncesFrom(source)).toEqual([]);
  });
});

test.each([
  ["5.1.1", "550 5.1.1 User unknown", true],
  ["5.1.1", "", true],
  ["", "550 No such user here", true],
  ["5.0.0", "550 The email account that you tried to reach does not exist", true],
  ["5.1.2", "Host or domain name not found. Name service error", true],
  ["5.4.1", "550 5.4.1 Recipient address rejected: Access denied", true],
  ["5.1.6", "551 User has moved to a new address", true],
  ["5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound", true],
  ["5.2.2", "552 5.2.2 The email account is over quota", false],
  ["5.1.1", "550 5.1.1 Mailbox full", false],
  ["4.4.1", "451 4.4.1 Host not found, try again", false],
  ["", "450 User unknown in local table", false],
  ["5.7.1", "554 5.7.1 Rejected: blocked by spam policy, unknown user base", false],
  ["5.7.26", "550 5.7.26 Unauthenticated email is not accepted due to the domain's DMARC policy", false],
  ["5.3.4", "552 5.3.4 Message size exceeds fixed limit", false],
  ["5.7.1", "550 5.7.1 Relaying denied", false],
  ["5.1.8", "553 5.1.8 Domain of sender address does not exist", false],
  ["5.0.0", "", false],
  ["", "", false],
])("%s %s ends an address for good: %s", (status, words, permanent) => {
  expect(bounceVerdictOf({ status, words: [words] }).permanent).toBe(permanent);
});

test("a hostile report takes no time", async () => {
  const time = await cpuTimeOf(async () => {
    for (const filler of [
      "a",
      " ",
      "to ",
      "-",
      "a@",
      "\n ",
      "550 ",
      ">>> DATA\n",
      "In: RCPT TO:<",
      "over the quota ",
      "mailbox is ",
    ]) {
      await bouncesFrom(`From: mailer-daemon@relay.test\nSubject: failure notice\n\n${filler.repeat(50_000)}x`);
    }
  });

  expect(time).toBeLessThan(5_000);
}, 60_000);
