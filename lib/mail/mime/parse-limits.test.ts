import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { randomRuns } from "@/lib/testing/random-runs";
import { parseMessage } from "./parse";

const parsed = (source: string) => parseMessage(Buffer.from(source));

describe("hostile messages are kept within limits", () => {
  test("too deep", async () => {
    const nested = Array.from(
      { length: 300 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    );

    const message = await parsed(`Subject: deep\n${nested.join("")}\nHello`);

    expect(message).toMatchObject({ subject: "deep", problem: "too_deep" });
    expect(message.text).toContain("Hello");
  });

  test("too many parts", async () => {
    const part = "--x\nContent-Disposition: attachment\n\na\n";

    const message = await parsed(
      `Subject: many\nContent-Type: multipart/mixed; boundary=x\n\n${part.repeat(2000)}--x--`,
    );

    expect(message).toMatchObject({ subject: "many", problem: "too_many_parts" });
    expect(message.attachments).toHaveLength(500);
  });

  test("ten thousand parts cost no more than a moment", async () => {
    const source = `Subject: many\nContent-Type: multipart/mixed; boundary=x\n\n${"--x\n\na\n".repeat(10_000)}--x--`;

    expect(await cpuTimeOf(() => parsed(source))).toBeLessThan(1_500);
  });

  test("a text of twelve megabytes is cut; as a file it is whole", async () => {
    const lines = `${"x".repeat(75)}\n`.repeat(160_000);
    const file = await parsed(`Content-Type: text/csv\nContent-Disposition: attachment; filename=a.csv\n\n${lines}`);
    const text = await parsed(`Content-Type: text/plain\n\n${lines}`);

    expect(file.attachments[0]!.size).toBeGreaterThan(12_000_000);
    expect(text.text.length).toBe(5_000_000);
  });

  test("too long a header", async () => {
    const message = await parsed(`Subject: long\nX-Long: ${"x".repeat(3_000_000)}\n\nHello`);

    expect(message).toMatchObject({ subject: "long", problem: "malformed" });
  });

  test.each([
    ["empty lines", "", "\n"],
    ["lines that the parser joins again", "Content-Type: text/plain; format=flowed", "x \n"],
    ["lines before the first part", "Content-Type: multipart/mixed; boundary=b", "\n"],
    ["a file of short lines", "Content-Type: text/csv\nContent-Disposition: attachment", "1\n"],
  ])("half a million lines cost no more than other bytes: %s", async (_name, header, line) => {
    const source = `Subject: lines\n${header}\n`.replace("\n\n", "\n") + `\n${line.repeat(500_000)}--b\n\nx\n`;

    expect(await cpuTimeOf(() => parsed(source))).toBeLessThan(1_000);
  });

  test("more lines than anybody reads are cut off, and said to be", async () => {
    const message = await parsed(`Subject: long\n\nHello${"\n".repeat(1_000_000)}The end`);

    expect(message).toMatchObject({ subject: "long", problem: "too_long" });
    expect(message.text.trim()).toBe("Hello");
  });

  test("twenty-five megabytes of a file are no such thing", async () => {
    const content = Buffer.alloc(18_000_000, 7);
    const lines = content.toString("base64").replace(/.{76}/gu, "$&\r\n");
    const message = await parsed(
      `Subject: file\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`,
    );

    expect(message.problem).toBeNull();
    expect(content.equals(message.attachments[0]!.content)).toBe(true);
  });

  test("messages in messages", async () => {
    const source = "Content-Type: message/rfc822\n\n".repeat(500);

    expect((await parsed(`Subject: nested\n${source}Hello`)).subject).toBe("nested");
  });
});

test("whatever arrives, something comes out, without NUL and with single-line headers", async () => {
  const line = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      "Content-Type: multipart/mixed; boundary=b",
      "--b",
      "--b--",
      "",
      "Subject: =?utf-8?B?//8=?=",
      "From: <",
      "Content-Transfer-Encoding: base64",
      "\u0000",
      "References: <",
      "Date: x",
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 20 }), fc.constantFrom("\n", "\r\n", "\r"), async (lines, end) => {
      const message = await parsed(lines.join(end));

      expect(JSON.stringify({ ...message, attachments: [] })).not.toContain("\\u0000");
      expect(message.headers.every(({ value }) => !/[\r\n]/u.test(value))).toBe(true);
    }),
    randomRuns(300),
  );
});

test("random bytes are no reason to fail", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(await parseMessage(Buffer.from(bytes))).toHaveProperty("text");
    }),
  );
});
