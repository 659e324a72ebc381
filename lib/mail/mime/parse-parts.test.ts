import { describe, expect, test } from "vitest";
import { parseMessage } from "./parse";

const parsed = (source: string) => parseMessage(Buffer.from(source));

describe("any charset is read", () => {
  const bytes = (hex: string) => Buffer.from(hex.replace(/ /g, ""), "hex");
  test.each([
    ["iso-2022-jp", bytes("1b 24 42 24 33 24 73 24 4b 24 41 24 4f 1b 28 42"), "こんにちは"],
    ["shift_jis", bytes("82 b1 82 f1 82 c9 82 bf 82 cd"), "こんにちは"],
    ["gb18030", bytes("c4 e3 ba c3"), "你好"],
    ["big5", bytes("a7 41 a6 6e"), "你好"],
    ["euc-kr", bytes("be c8 b3 e7"), "안녕"],
    ["koi8-r", bytes("f0 d2 c9 d7 c5 d4"), "Привет"],
    ["windows-1251", bytes("cf f0 e8 e2 e5 f2"), "Привет"],
    ["iso-8859-2", bytes("bf f3 b3 e6"), "żółć"],
    ["iso-8859-15", bytes("a4"), "€"],
    ["utf-16le", bytes("48 00 69 00"), "Hi"],
    ['"UTF-8"', Buffer.from("Grüße"), "Grüße"],
  ])("%s", async (charset, body, text) => {
    const head = `From: ana@lead.test\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n`;

    expect((await parseMessage(Buffer.from(head + body.toString("base64")))).text.trim()).toBe(text);
  });

  test("also in a subject, in words of several charsets", async () => {
    const subject = "=?koi8-r?B?8NLJ18XU?= =?utf-8?Q?=2C_?= =?iso-2022-jp?B?GyRCJDMkcyRLJEEkTxsoQg==?=";

    expect((await parsed(`Subject: ${subject}\n\nx`)).subject).toBe("Привет, こんにちは");
  });
});

describe("what breaks off is read as far as it goes", () => {
  const whole = Buffer.from(
    [
      "From: ana@lead.test",
      'Content-Type: multipart/mixed; boundary="outer"',
      "",
      "--outer",
      'Content-Type: multipart/alternative; boundary="inner"',
      "",
      "--inner",
      "Content-Type: text/plain",
      "",
      "The plan is attached.",
      "--inner",
      "Content-Type: text/html",
      "",
      "<p>The plan is attached.</p>",
      "--inner--",
      "--outer",
      'Content-Type: application/pdf; name="plan.pdf"',
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from("%PDF-1.7 ".repeat(40)).toString("base64"),
      "--outer--",
      "",
    ].join("\r\n"),
  );

  test("nested parts, each in its place", async () => {
    const message = await parseMessage(whole);

    expect(message).toMatchObject({ problem: null, attachments: [{ fileName: "plan.pdf", size: 360 }] });
    expect([message.text.trim(), message.html.trim()]).toEqual([
      "The plan is attached.",
      "<p>The plan is attached.</p>",
    ]);
  });

  test("a multipart that ends in a file keeps its text and what there is of the file", async () => {
    const message = await parseMessage(whole.subarray(0, whole.length - 200));

    expect(message.text.trim()).toBe("The plan is attached.");
    expect(message.attachments[0]!.size).toBeGreaterThan(100);
  });

  test("wherever it breaks off, something comes out", async () => {
    for (let length = 0; length < whole.length; length += 23)
      expect(await parseMessage(whole.subarray(0, length))).toHaveProperty("text");
  });

  test("broken base64 gives what can be read of it", async () => {
    const body = `${Buffer.from("The first half. ").toString("base64")}!!!=*`;

    expect((await parsed(`Content-Transfer-Encoding: base64\n\n${body}`)).text).toContain("The first half.");
  });
});

describe("an enclosed message", () => {
  const enclosing = (inner: string, head = "Content-Type: message/rfc822") =>
    parsed(`Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n--b\n${head}\n\n${inner}\n--b--\n`);

  test("is a file that is called by its subject", async () => {
    const { attachments } = await enclosing(
      "From: ben@lead.test\nSubject: =?utf-8?Q?Angebot_M=C3=A4rz=2FApril?=\n\nHello",
    );

    expect(attachments).toMatchObject([{ fileName: "Angebot März-April.eml", contentType: "message/rfc822" }]);
  });

  test("keeps a name that it was given, and needs no subject", async () => {
    const named = "Content-Type: message/rfc822\nContent-Disposition: attachment; filename=original.eml";

    expect((await enclosing("Subject: Plan\n\nHello", named)).attachments[0]!.fileName).toBe("original.eml");
    expect((await enclosing("From: ben@lead.test\n\nHello")).attachments[0]!.fileName).toBe("message.eml");
  });
});
