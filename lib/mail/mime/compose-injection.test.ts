import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composed, composeInput } from "@/lib/testing/composed-reply";
import { randomRuns } from "@/lib/testing/random-runs";
import { composeReply } from "./compose";

describe("nothing can be injected", () => {
  const HEADERS = new Set(
    "from to cc subject message-id in-reply-to references date mime-version content-type content-transfer-encoding".split(
      " ",
    ),
  );
  const evil = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "x\r\nBcc: eve@evil.test",
      "x\nX-Evil: 1\n\nbody",
      "x\r\n\r\n<script>",
      '"\r\n',
      "=?utf-8?Q?=0D=0ABcc:_eve@evil.test?=",
      "a\u2028Bcc: eve@evil.test",
      "x\rX-Evil: 1",
    ),
  );

  test("whatever names, subject and files are called, only the intended headers exist", async () => {
    await fc.assert(
      fc.asyncProperty(evil, evil, evil, evil, evil, async (fromName, toName, subject, fileName, contentType) => {
        const { raw, message } = await composed({
          from: { name: fromName, address: "sam@own.test" },
          to: [{ name: toName, address: "ana@lead.test" }],
          cc: [{ name: fileName, address: "ben@lead.test" }],
          subject,
          attachments: [{ fileName, contentType, content: Buffer.from("x") }],
        });

        expect(message.headers.filter(({ name }) => !HEADERS.has(name))).toEqual([]);
        expect(new Set(message.headers.map(({ name }) => name)).size).toBe(message.headers.length);
        expect(message.from?.address).toBe("sam@own.test");
        expect(message.to.map(({ address }) => address)).toEqual(["ana@lead.test"]);
        expect(message.cc.map(({ address }) => address)).toEqual(["ben@lead.test"]);
        expect(message.text.trim()).toBe("Hello Ana");
        expect(message.attachments).toHaveLength(1);
        expect(raw).not.toMatch(/^(?:bcc|x-evil)/imu);
      }),
      randomRuns(150),
    );
  });

  test.each([
    "ana@lead.test\r\nBcc: eve@evil.test",
    "ana@lead.test, eve@evil.test",
    "Ana <ana@lead.test>",
    '"ana@lead.test x"@own.test',
    "",
  ])("an address that is none is refused: %j", async (address) => {
    await expect(composeReply(composeInput({ to: [{ name: "", address }] }))).rejects.toMatchObject({
      code: "invalid",
      reason: "address",
    });
  });

  test.each(["a@b>\r\nBcc: eve@evil.test", "a b@c", "a@b\n", "<a@b>"])(
    "an id that is none is refused: %j",
    async (messageId) => {
      const refused = { code: "invalid", reason: "message_id" };

      await expect(composeReply(composeInput({ messageId }))).rejects.toMatchObject(refused);
      await expect(composeReply(composeInput({ inReplyTo: messageId }))).rejects.toMatchObject(refused);
      await expect(composeReply(composeInput({ references: [messageId] }))).rejects.toMatchObject(refused);
    },
  );
});

test("what is composed is parsed as it was meant", async () => {
  const word = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
    .map((text) => text.replace(/[\p{C}\s]+/gu, " ").trim());
  const party = fc
    .record({ name: word, address: fc.emailAddress().map((address) => address.toLowerCase()) })
    .filter(({ address }) => address.length < 200 && /^[\w.+-]+@/u.test(address));
  const line = fc
    .string({ unit: "grapheme-composite", maxLength: 120 })
    .map((text) => text.replace(/[<>&\p{C}\s]+/gu, " ").trim());

  await fc.assert(
    fc.asyncProperty(
      fc.array(party, { minLength: 1, maxLength: 5 }),
      fc.array(party, { maxLength: 5 }),
      word,
      fc.array(
        line.filter((text) => text !== ""),
        { minLength: 1, maxLength: 8 },
      ),
      fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 3 }),
      async (to, cc, subject, lines, files) => {
        const { message } = await composed({
          to,
          cc,
          subject,
          bodyHtml: lines.map((text) => `<p>${text}</p>`).join(""),
          attachments: files.map((content, at) => ({
            fileName: `${at}.bin`,
            contentType: "application/octet-stream",
            content: Buffer.from(content),
          })),
        });

        expect(message.to.map(({ address }) => address)).toEqual(to.map(({ address }) => address));
        expect(message.cc.map(({ address }) => address)).toEqual(cc.map(({ address }) => address));
        expect([...message.to, ...message.cc].map(({ name }) => name)).toEqual([...to, ...cc].map(({ name }) => name));
        expect(message.subject).toBe(subject);
        expect(message.text.trim().split("\n\n")).toEqual(lines);
        expect(message.attachments.map(({ content }) => [...content])).toEqual(files.map((content) => [...content]));
      },
    ),
    randomRuns(100),
  );
});
