import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parseMessage } from "./parse";

const fixture = (name: string) => readFile(`lib/testing/fixtures/${name}.eml`);
const parsed = (source: string) => parseMessage(Buffer.from(source));

test("a message is read in full: people, thread, both bodies, files", async () => {
  const message = await parseMessage(await fixture("colleague-answers"));

  expect(message).toMatchObject({
    messageId: "answer-2@lead.test",
    inReplyTo: ["first-1@own.test"],
    references: ["first-1@own.test", "answer-1@lead.test"],
    from: { name: "Ben Itō", address: "Ben.Ito@lead.test" },
    to: [
      { name: "Sam Own", address: "sam@own.test" },
      { name: "Meyer, Eva", address: "eva@lead.test" },
    ],
    cc: [{ name: "Ana Lund", address: "ana@lead.test" }],
    subject: "Re: Angebot für Prüfstände",
    date: new Date("2026-11-17T15:20:00Z"),
    problem: null,
  });
  expect(message.text).toContain("ich übernehme für Ana. Können wir");
  expect(message.html).toContain("ich übernehme für Ana. Können wir am Donnerstag sprechen?");
  expect(message.attachments).toMatchObject([
    { fileName: "logo.png", contentType: "image/png", contentId: "logo@lead.test", isInline: true, size: 8 },
    { fileName: "Prüfstände.pdf", contentType: "application/pdf", contentId: null, isInline: false, size: 9 },
  ]);
});

test("a file that was sent without any encoding is read byte for byte", async () => {
  const lines = ["a,b", "", "ü;\u0001", "--", "x".repeat(9_000), "", "end"].join("\n");
  const source = `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/csv\nContent-Disposition: attachment\n\n${lines}\n--b--\n`;

  const [file] = (await parsed(source)).attachments;

  expect(Buffer.from(file!.content).toString()).toBe(`${lines}\n`);
});

test("line ends do not matter", async () => {
  const bare = await fixture("colleague-answers");
  const full = Buffer.from(bare.toString("latin1").replaceAll("\n", "\r\n"), "latin1");

  const { attachments, ...message } = await parseMessage(full);

  const { attachments: others, ...other } = await parseMessage(bare);
  expect(message).toEqual({ ...other, text: message.text });
  expect(attachments).toEqual(others);
});

test("what an old program wrote without saying its charset is readable, date and mailbox line included", async () => {
  const message = await parseMessage(await fixture("undeclared-charset"));

  expect(message).toMatchObject({
    from: { name: "Jörg Müller", address: "joerg@lead.test" },
    subject: "Grüße",
    date: new Date("2026-11-17T15:20:00Z"),
  });
  expect(message.text.trim()).toBe("Schöne Grüße");
});

test("parts behind another boundary than the one named are found", async () => {
  const message = await parseMessage(await fixture("wrong-boundary"));

  expect(message).toMatchObject({ problem: "malformed", messageId: "rewritten-1@lead.test" });
  expect(message.text.trim()).toBe("Still readable.");
  expect(message.html).toContain("<b>readable</b>");
});

test("HTML alone gives a text as well", async () => {
  expect((await parseMessage(await fixture("newsletter"))).text).toBe("Your week\n\nSeven things.");
});

describe("odd messages are read as far as they go", () => {
  test.each([
    ["an unknown charset", "Content-Type: text/plain; charset=klingon\n\nHello", "Hello"],
    ["an unknown transfer encoding", "Content-Transfer-Encoding: rot13\n\nHello", "Hello"],
    ["a content type that is none", "Content-Type: text\n\nHello", "Hello"],
    ["a multipart without boundary", "Content-Type: multipart/mixed\n\nHello", "Hello"],
    ["a multipart without parts", "Content-Type: multipart/mixed; boundary=x\n\nHello", "Hello"],
    ["a multipart that never ends", "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nHello", "Hello"],
    ["a forwarded message alone", "Content-Type: message/rfc822\n\nSubject: inner\n\nHello", "Hello"],
    ["a body without header", "\n\nHello", "Hello"],
    ["broken quoted-printable", "Content-Transfer-Encoding: quoted-printable\n\nHello=ZZ=", "Hello"],
    ["a NUL", "Subject: a\n\nHel\u0000lo", "Hello"],
  ])("%s", async (_name, source, text) => {
    expect((await parsed(`From: ana@lead.test\n${source}`)).text).toContain(text);
  });

  test.each([
    ["<a@x> <b@x>\n <c@x>", ["a@x", "b@x", "c@x"]],
    ["<a@x><b@x>,<a@x>", ["a@x", "b@x"]],
    ["<a@\n x>", ["a@x"]],
    ["a@x b@x", ["a@x", "b@x"]],
    ["Message of Tue <a@x>", ["a@x"]],
    ["garbage", []],
    ["<>", []],
  ])("References: %j", async (value, ids) => {
    expect((await parsed(`References: ${value}\n\nx`)).references).toEqual(ids);
  });

  test.each([
    ["Ana <ana@LEAD.test>", { name: "Ana", address: "ana@lead.test" }],
    ["ana@lead.test (Ana)", { name: "Ana", address: "ana@lead.test" }],
    ['"eve@evil.test" <ana@lead.test>', { name: "eve@evil.test", address: "ana@lead.test" }],
    ["=?utf-8?Q?eve=40evil.test=2C?= <ana@lead.test>", { name: "eve@evil.test,", address: "ana@lead.test" }],
    ["=?utf-8?Q?a=0D=0ABcc=3A_eve?= <ana@lead.test>", { name: "a Bcc: eve", address: "ana@lead.test" }],
    ["ana@MÜNCHEN.example", { name: "", address: "ana@xn--mnchen-3ya.example" }],
    ["Ana Lund", { name: "Ana Lund", address: "" }],
    ["", null],
  ])("From: %j", async (value, from) => {
    expect((await parsed(`From: ${value}\n\nx`)).from).toEqual(from);
  });

  test("a sender stands in for a missing author", async () => {
    expect((await parsed("Sender: ana@lead.test\n\nx")).from?.address).toBe("ana@lead.test");
  });

  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\\\Users\\\\ana\\\\offer.pdf", "offer.pdf"],
    ["offer\u202Efdp.exe", "offerfdp.exe"],
    [".htaccess", "htaccess"],
    ["a\tb.txt", "ab.txt"],
    ["..", "attachment.pdf"],
    ["", "attachment.pdf"],
    [`${"x".repeat(300)}.pdf`, `${"x".repeat(196)}.pdf`],
  ])("a file called %j", async (name, fileName) => {
    const source = `Content-Type: application/pdf\nContent-Disposition: attachment; filename="${name}"\n\nx`;

    expect((await parsed(source)).attachments[0]?.fileName).toBe(fileName);
  });
});
