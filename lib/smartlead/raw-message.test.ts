import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMessage } from "@/lib/mail/mime/parse";
import { randomRuns } from "@/lib/testing/random-runs";
import { rawMessageOf } from "./raw-message";
import type { RemoteMessage } from "./smartlead-api";

const MESSAGE: RemoteMessage = {
  type: "REPLY",
  statsId: "11111111-2222-4333-8444-555555555555",
  messageId: "r-1@lead.test",
  from: "Ben Itō <ben@lead.test>",
  to: "sam@acme.test",
  cc: ["eva@lead.test", '"Meyer, Ida" <ida@lead.test>'],
  bcc: ["boss@acme.test"],
  time: new Date("2026-11-20T10:00:00Z"),
  subject: "Re: Angebot für Prüfstände",
  html: "<p>Können wir am Donnerstag sprechen? ✓</p>",
  step: null,
  attachments: [],
  raw: {},
};
const readBack = async (message: Partial<RemoteMessage>) =>
  parseMessage(await rawMessageOf({ ...MESSAGE, ...message }));

test("a message is read back as it was told", async () => {
  expect(await readBack({})).toMatchObject({
    messageId: "r-1@lead.test",
    from: { name: "Ben Itō", address: "ben@lead.test" },
    to: [{ name: "", address: "sam@acme.test" }],
    cc: [
      { name: "", address: "eva@lead.test" },
      { name: "Meyer, Ida", address: "ida@lead.test" },
    ],
    bcc: [{ name: "", address: "boss@acme.test" }],
    subject: "Re: Angebot für Prüfstände",
    date: MESSAGE.time,
    html: MESSAGE.html,
    problem: null,
  });
});

test("the same message gives the same bytes, also without an id", async () => {
  const unnamed = { ...MESSAGE, messageId: null };

  expect((await rawMessageOf(MESSAGE)).equals(await rawMessageOf({ ...MESSAGE }))).toBe(true);
  const [one, again, other] = await Promise.all(
    [unnamed, unnamed, { ...unnamed, html: "<p>else</p>" }].map(async (each) => (await readBack(each)).messageId),
  );
  expect(one).toMatch(/@smartlead\.invalid$/);
  expect([again === one, other === one]).toEqual([true, false]);
});

test("what is no address stands in no header, and a writer without one is nobody by his name", async () => {
  const message = await readBack({
    from: "Mailer Daemon",
    to: "not an address, <eva@lead.test>",
    cc: ["x", "a@b", ""],
  });

  expect(message.from).toEqual({ name: "Mailer Daemon", address: "unknown@smartlead.invalid" });
  expect([message.to.map(({ address }) => address), message.cc]).toEqual([["eva@lead.test"], []]);
});

test("an empty message is one", async () => {
  const message = await readBack({ html: "", subject: "", to: "", cc: [], bcc: [] });

  expect({ ...message, text: message.text.trim(), html: message.html.trim() }).toMatchObject({
    text: "",
    html: "",
    subject: "",
    to: [],
    problem: null,
  });
});

describe("nothing can be injected", () => {
  const HEADERS = new Set(
    "from to cc bcc subject message-id date mime-version content-type content-transfer-encoding".split(" "),
  );
  const evil = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "x\r\nBcc: eve@evil.test",
      "x\nX-Evil: 1\n\nbody",
      "x\r\n\r\n<script>",
      '"\r\n',
      "=?utf-8?Q?=0D=0AX-Evil:_1?=",
      "a\u2028X-Evil: 1",
      "x\rX-Evil: 1",
      '"a" <b@c.test>\r\nX-Evil: 1',
      "a@b.test>\r\nX-Evil: 1",
    ),
  );

  test("whatever is told, only the intended headers exist, each once", async () => {
    await fc.assert(
      fc.asyncProperty(evil, evil, evil, evil, evil, async (from, to, subject, messageId, html) => {
        const message = await readBack({ from, to, cc: [to, from], bcc: [subject], subject, messageId, html });

        expect(message.headers.filter(({ name }) => !HEADERS.has(name))).toEqual([]);
        expect(new Set(message.headers.map(({ name }) => name)).size).toBe(message.headers.length);
        expect(message.date).toEqual(MESSAGE.time);
        expect(message.attachments).toEqual([]);
      }),
      randomRuns(150),
    );
  });

  test("and HTML comes back letter by letter", async () => {
    const html = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 2000 })
      .map((text) => `<p>${text.replace(/[\p{C}\r\n]/gu, " ")}</p>`);
    await fc.assert(
      fc.asyncProperty(html, async (text) => {
        expect((await readBack({ html: text })).html.trim()).toBe(text.trim());
      }),
      randomRuns(50),
    );
  });
});
