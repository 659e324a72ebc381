import { describe, expect, test } from "vitest";
import { composed } from "@/lib/testing/composed-reply";

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

describe("the header", () => {
  test("keeps the reply in its thread and says when it was written", async () => {
    const { message } = await composed();

    expect(message).toMatchObject({
      messageId: "reply-1@own.test",
      inReplyTo: ["answer-1@lead.test"],
      references: ["first-1@own.test", "answer-1@lead.test"],
      subject: "Re: Pricing",
      date: new Date("2026-11-17T15:30:00Z"),
      problem: null,
    });
  });

  test("folds a long chain of references, so that no line is over the limit", async () => {
    const references = Array.from({ length: 30 }, (_, at) => `${"m".repeat(60)}-${at}@lead.test`);

    const { raw, message } = await composed({ references });

    expect(message.references).toEqual(references);
    expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(raw).toMatch(/References:\s+<m+-0@lead\.test>\r\n <m+-1@/u);
  });

  test("keeps a long id on the line of its name", async () => {
    const id = `${"i".repeat(70)}@own.test`;

    const { raw } = await composed({ messageId: id, inReplyTo: id });

    expect(raw).toContain(`\r\nMessage-ID: <${id}>\r\n`);
    expect(raw).toContain(`In-Reply-To: <${id}>\r\n`);
  });

  test("names To and Cc, and nobody of Bcc", async () => {
    const { raw, message } = await composed({
      cc: [{ name: "Büßer, Ben", address: "ben@lead.test" }],
      bcc: [{ name: "Hidden", address: "hidden@own.test" }],
    });

    expect(message.to).toEqual([{ name: "Ana Lund", address: "ana@lead.test" }]);
    expect(message.cc).toEqual([{ name: "Büßer, Ben", address: "ben@lead.test" }]);
    expect(raw.toLowerCase()).not.toMatch(/bcc|hidden/u);
  });

  test("says so when all recipients are hidden", async () => {
    const { message, raw } = await composed({ to: [], bcc: [{ name: "", address: "hidden@own.test" }] });

    expect(message.to).toEqual([]);
    expect(raw).toMatch(/^To: .*undisclosed-recipients.*:;\r$/mu);
    expect(raw).not.toContain("hidden@own.test");
  });

  test("starts a thread when there is no parent", async () => {
    const { message } = await composed({ inReplyTo: "", references: [] });

    expect(message.headers.map(({ name }) => name)).not.toContain("in-reply-to");
    expect(message.headers.map(({ name }) => name)).not.toContain("references");
  });
});

describe("the body", () => {
  test("is there as text and as HTML", async () => {
    const { raw, message } = await composed({ bodyHtml: "<p>Grüße <b>Ana</b></p><ul><li>one</li><li>two</li></ul>" });

    expect(raw).toContain("Content-Type: multipart/alternative");
    expect(message.text).toContain("Grüße Ana");
    expect(message.text).toMatch(/- one\n\s*- two/u);
    expect(message.html).toContain("<p>Grüße <b>Ana</b></p>");
  });

  test("carries the signature behind its separator, above the quote", async () => {
    const { message } = await composed({
      signatureHtml: "<p>Sam Own<br>Own Inc.</p>",
      quote: { author: { name: "Ana", address: "ana@lead.test" }, sentAt: new Date(0), html: "", text: "Before" },
    });

    expect(message.text).toContain("Hello Ana\n\n-- \nSam Own\nOwn Inc.\n\nOn ");
    expect(message.html.indexOf("Own Inc.")).toBeLessThan(message.html.indexOf("Before"));
  });

  test("quotes the original under who wrote it and when, in the sender's zone", async () => {
    const quote = {
      author: { name: "Ana Lund", address: "ana@lead.test" },
      sentAt: new Date("2026-11-17T15:20:00Z"),
      html: "<p>What does it cost?</p>",
      text: "What does it cost?\n> your offer",
    };

    const { message } = await composed({ quote });

    expect(message.text).toContain(
      "On Tue, 17 Nov 2026 at 16:20, Ana Lund <ana@lead.test> wrote:\n\n> What does it cost?\n>> your offer",
    );
    expect(message.html).toMatch(
      /class="gmail_quote".*16:20, Ana Lund &lt;.*<blockquote class="gmail_quote"[^>]*><p>What/su,
    );
  });

  test("tells the time of the quote on the right side of a clock change", async () => {
    const at = async (sentAt: string) =>
      (
        await composed({
          quote: { author: { name: "Ana", address: "ana@lead.test" }, sentAt: new Date(sentAt), html: "", text: "x" },
        })
      ).message.text;

    expect(await at("2026-10-25T00:30:00Z")).toContain("Sun, 25 Oct 2026 at 02:30");
    expect(await at("2026-10-25T01:30:00Z")).toContain("Sun, 25 Oct 2026 at 02:30");
    expect(await at("2026-10-25T02:30:00Z")).toContain("Sun, 25 Oct 2026 at 03:30");
  });

  test("cannot be swallowed by what is quoted, nor swallow it", async () => {
    const quote = {
      author: { name: "<b>Ana", address: "ana@lead.test" },
      sentAt: new Date(0),
      html: `</blockquote></div><p>Before<script>alert(1)</script><img data-remote-src="https://lead.test/logo.png">`,
      text: "",
    };

    const { message } = await composed({ bodyHtml: "<div><p>Hello<!-- <table><tr><td>", quote });

    expect(message.html).toContain("Before");
    expect(message.html).not.toContain("script");
    expect(message.html).toContain(`<img src="https://lead.test/logo.png" />`);
    expect(message.html.split("<div").length).toBe(message.html.split("</div").length);
    expect(message.html.split("<blockquote").length).toBe(message.html.split("</blockquote").length);
  });

  test("keeps empty lines as high as they were written", async () => {
    expect((await composed({ bodyHtml: "<p>a</p><p></p><p>b</p>" })).message.html).toContain(
      "<p>a</p><p><br></p><p>b</p>",
    );
  });
});

describe("pictures", () => {
  test("in the body leave as parts of the message, each once", async () => {
    const picture = `<img src="data:image/png;base64,${PIXEL}">`;

    const { raw, message } = await composed({ bodyHtml: `<p>${picture}${picture}</p>`, signatureHtml: picture });

    expect(raw).toContain("Content-Type: multipart/related");
    expect(message.attachments).toHaveLength(1);
    expect(message.attachments[0]).toMatchObject({ contentType: "image/png", isInline: true });
    expect(Buffer.from(message.attachments[0]?.content ?? []).toString("base64")).toBe(PIXEL);
    expect(message.html).not.toContain("data:");
    expect(message.html.split(`src="cid:${message.attachments[0]?.contentId}"`)).toHaveLength(4);
  });

  test("that were uploaded keep their Content-ID; those that do not travel along are left out", async () => {
    const content = Buffer.from(PIXEL, "base64");

    const { message } = await composed({
      bodyHtml: `<p><img src="cid:up-1@own.test"><img src="cid:gone@lead.test"></p>`,
      attachments: [
        { fileName: "a.png", contentType: "image/png", content, contentId: "up-1@own.test" },
        { fileName: "b.png", contentType: "image/png", content, contentId: "unused@own.test" },
      ],
    });

    expect(message.attachments.map(({ fileName, isInline }) => [fileName, isInline])).toEqual([
      ["a.png", true],
      ["b.png", false],
    ]);
    expect(message.html).not.toContain("gone@lead.test");
  });
});

describe("attachments", () => {
  test("arrive byte for byte under their names", async () => {
    const files = [
      {
        fileName: "Übersicht für Ana – 価格.pdf",
        contentType: "application/pdf",
        content: Buffer.from([0, 13, 10, 10, 255, 0]),
      },
      { fileName: "lines.txt", contentType: "text/plain; charset=utf-8", content: Buffer.from("a\nb\r\nc\rd\n.\n") },
      { fileName: "mail.eml", contentType: "message/rfc822", content: Buffer.from("Subject: x\n\nFrom here\n") },
      { fileName: `${"long ".repeat(30)}.csv`, contentType: "text/csv", content: Buffer.alloc(0) },
      { fileName: "a.bin", contentType: "no type", content: Buffer.alloc(300_000, 7) },
    ];

    const { message } = await composed({ attachments: files });

    expect(message.attachments.map(({ fileName }) => fileName)).toEqual(files.map(({ fileName }) => fileName));
    for (const [at, { content }] of files.entries()) {
      expect(Buffer.from(message.attachments[at]?.content ?? []).equals(content)).toBe(true);
    }
  });

  test("have names that old and new clients read (RFC 2231, RFC 2047)", async () => {
    const { raw } = await composed({
      attachments: [{ fileName: "Übersicht.pdf", contentType: "application/pdf", content: Buffer.from("x") }],
    });

    expect(raw).toMatch(/filename\*(?:0\*)?=utf-8''%C3%9Cbersicht\.pdf/iu);
    expect(raw).toMatch(/name="=\?UTF-8\?Q\?=C3=9Cbersicht/u);
  });
});
