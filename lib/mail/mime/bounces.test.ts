import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { isPermanentFailure } from "./bounce-verdict";
import { bouncesOf } from "./bounces";
import { parseMessage } from "./parse";

const bouncesIn = async (name: string) =>
  bouncesOf(await parseMessage(await readFile(`lib/testing/fixtures/${name}.eml`)));
const bouncesFrom = async (source: string) => bouncesOf(await parseMessage(Buffer.from(source)));

test("a report names each recipient that was not reached, by the address written to", async () => {
  expect(await bouncesIn("bounce-unknown-user")).toEqual([
    { recipient: "ana@lead.test", status: "5.1.1", reason: "550 5.1.1 No such user here", permanent: true },
    { recipient: "ben@lead.test", status: "5.2.2", reason: "552 5.2.2 Mailbox is over quota", permanent: false },
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

describe("nothing is made of", () => {
  test.each(["out-of-office", "newsletter", "colleague-answers"])("%s", async (name) => {
    expect(await bouncesIn(name)).toEqual([]);
  });

  test("a person who forwards a bounce", async () => {
    const source =
      "From: Ana <ana@lead.test>\nSubject: Fwd: Undelivered Mail Returned to Sender\n\n<ben@lead.test>: 550 5.1.1 User unknown\n";

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
  expect(isPermanentFailure(status, words)).toBe(permanent);
});

test("a hostile report takes no time", async () => {
  const time = await cpuTimeOf(async () => {
    for (const filler of ["a", " ", "to ", "-", "a@", "\n ", "550 "]) {
      await bouncesFrom(`From: mailer-daemon@relay.test\nSubject: failure notice\n\n${filler.repeat(50_000)}x`);
    }
  });

  expect(time).toBeLessThan(5_000);
}, 60_000);
