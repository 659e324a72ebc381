import { expect, test } from "vitest";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { readMessage } from "./read-message";

const AT = new Date("2026-05-04T08:00:00Z");
const mail = (headers: string[], body: string) =>
  Buffer.from(["From: Ana <ana@lead.test>", "To: nia@own.test", ...headers, "", body].join("\r\n"));
const html = (body: string) => mail(["Subject: Offer", "Content-Type: text/html; charset=utf-8"], body);
const styled = (css: string) => html(`<style>${css}</style><p>Hello</p>`);
const text = (body: string) => mail(["Subject: Offer", "Content-Type: text/plain; charset=utf-8"], body);
const report = (type: string, body: string) =>
  mail(
    ["Subject: undelivered", "Content-Type: multipart/report; boundary=b"],
    `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nfailed\r\n--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n--b--\r\n`,
  );
const daemon = (body: string) =>
  Buffer.from(`From: MAILER-DAEMON@lead.test\r\nTo: nia@own.test\r\nSubject: undelivered\r\n\r\n${body}`);

const WROTE = "On 2020-01-01 Ana <ana@lead.test> wrote:\n";

// Each took from five seconds to hours before; what is hostile is many times what it takes to see that.
test.each<[string, () => Buffer]>([
  ["signs of no width in a row", () => html(`a${"\u200b".repeat(120_000)}b`)],
  ["end tags that end nothing", () => html(`${"<table>".repeat(40_000)}Hello${"</p>".repeat(40_000)}`)],
  [
    "end tags that end nothing and are no paragraphs'",
    () => html(`${"<b>".repeat(60_000)}Hello${"</q>".repeat(60_000)}`),
  ],
  ["end tags in comments", () => html(`${"<b><!-- </b> -->".repeat(60_000)}Hello`)],
  ["a selector without end", () => styled("a".repeat(59_000))],
  ["rules of links without end", () => styled(":link".repeat(11_800))],
  ["gaps between selectors", () => styled(`a${" ".repeat(59_000)}`)],
  [
    "many selectors of one rule",
    () => html(`<style>${"b,".repeat(198)}b{color:red}</style>${"<b></b>".repeat(7_000)}`),
  ],
  ["siblings of siblings", () => html(`<style>i ${"~ * ".repeat(6)}~ b{color:red}</style>${"<b></b>".repeat(60)}`)],
  [
    "looks inside looks inside",
    () => html(`<style>${":has(* ".repeat(7)}i${")".repeat(7)}{color:red}</style>${"<b>".repeat(60)}`),
  ],
  [
    "a date with comments in comments",
    () => mail(["Auto-Submitted: auto-replied", `Date: ${"+0000(".repeat(60_000)}x`], "Away"),
  ],
  ["gaps in a report", () => daemon(`to${" ".repeat(396)}-\n`.repeat(120))],
  ["a report's field with a break in it", () => report("message/delivery-status", `a: ${" ".repeat(60_000)}x\u2028y`)],
  [
    "a report's recipients without an address",
    () => report("message/delivery-status", `Final-Recipient: rfc822;${"a".repeat(900)}\n`.repeat(20_000)),
  ],
  ["answers between quotes", () => text(`${WROTE}> x\n`.repeat(20_000))],
  ["quotes below blank lines", () => text(`${"\n".repeat(400_000)}${WROTE.repeat(10_000)}`)],
])(
  "hostile mail is read in bearable time: %s",
  async (_name, raw) => {
    const source = raw();
    expect(await cpuTimeOf(() => readMessage(source, AT))).toBeLessThan(2_500);
  },
  60_000,
);

test("mail of many elements is no such thing, nor is one that closes nothing of what has no end", async () => {
  const rows = "<tr><td style='color:red'>One</td><td><br><img src='cid:a'>Two</td></tr>".repeat(8_000);
  const read = await readMessage(html(`<table>${rows}</table>${"<br>".repeat(21_000)}`), AT);
  expect(read.html).toContain("<td");
  expect(read.html).toContain("color:red");
});
