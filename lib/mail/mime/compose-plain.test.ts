import { expect, test } from "vitest";
import { plainBodyOf } from "@/lib/domain/plain-body";
import { composed } from "@/lib/testing/composed-reply";

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const quote = {
  author: { name: "Ana Lund", address: "ana@lead.test" },
  sentAt: new Date("2026-11-17T15:20:00Z"),
  html: "<p>What does it <b>cost</b>?</p><blockquote><p>Prices go up.</p></blockquote>",
  text: "",
};

test("a reply in plain text is one part of text, with its lines, the signature's words and the original behind marks", async () => {
  const bodyHtml = plainBodyOf("Hi Ana,\n\n  1 < 2 & so on\nSam  Own");

  const { raw, message } = await composed({
    bodyHtml,
    isPlain: true,
    signatureHtml: "<p><b>Sam</b><br>Own Inc.</p>",
    quote,
  });

  expect(raw).toContain("\r\nContent-Type: text/plain; charset=utf-8\r\n");
  expect(raw).not.toMatch(/multipart|text\/html|format=flowed/u);
  expect(message.html).toBe("");
  expect(message.text).toBe(
    [
      "Hi Ana,",
      "",
      "  1 < 2 & so on",
      "Sam  Own",
      "",
      "-- ",
      "Sam",
      "Own Inc.",
      "",
      "On Tue, 17 Nov 2026 at 16:20, Ana Lund <ana@lead.test> wrote:",
      "",
      "> What does it cost?",
      ">",
      ">> Prices go up.",
      "",
    ].join("\n"),
  );
});

test("it keeps a long paragraph in one line for its reader, and every line on the wire short", async () => {
  const long = "words and wörds ".repeat(200).trim();

  const { raw, message } = await composed({ bodyHtml: plainBodyOf(long), isPlain: true });

  expect(message.text).toBe(`${long}\n`);
  expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(78);
});

test("it carries its files, and no picture of the signature", async () => {
  const signatureHtml = `<p>Sam<img src="data:image/png;base64,${PIXEL}" alt="Logo"></p>`;
  const file = { fileName: "loads.csv", contentType: "text/csv", content: Buffer.from("a;b\n") };

  const { message } = await composed({ isPlain: true, signatureHtml, attachments: [file] });

  expect(message.attachments.map(({ fileName }) => fileName)).toEqual(["loads.csv"]);
  expect(message.text.trimEnd()).toBe("Hello Ana\n\n-- \nSam");
});
