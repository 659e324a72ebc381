import { describe, expect, test } from "vitest";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { tnef, uncompressedRtf } from "@/lib/testing/tnef";
import { parseMessage } from "../parse";
import { readTnef } from "./tnef";

const LONG_NAME = 0x3707;
const TYPE = 0x370e;
const CONTENT_ID = 0x3712;
const DATA = 0x3701;
const METHOD = 0x3705;
const RTF = 0x1009;

const named = { id: 0x8005, number: 7 };
const plan = {
  title: "ANGEBO~1.PDF",
  data: Buffer.from("%PDF-1.7"),
  properties: [named, { id: LONG_NAME, text: "Angebot für März.pdf" }, { id: TYPE, ansi: "application/pdf" }],
};

function mail(content: Buffer, text = ""): Buffer {
  const encoded = content.toString("base64").replace(/.{76}/g, "$&\r\n");
  return Buffer.from(
    [
      "From: ana@lead.test",
      "Subject: Plan",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      ...(text ? ["--b", "Content-Type: text/plain", "", text] : []),
      "--b",
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      "Content-Transfer-Encoding: base64",
      "",
      encoded,
      "--b--",
      "",
    ].join("\r\n"),
  );
}

describe("a winmail.dat", () => {
  test("is replaced by its files, under their whole names", async () => {
    const { attachments, text, problem } = await parseMessage(mail(tnef({ files: [plan] }), "See the plan."));

    expect(attachments).toMatchObject([
      { fileName: "Angebot für März.pdf", contentType: "application/pdf", size: 8, isInline: false },
    ]);
    expect(text.trim()).toBe("See the plan.");
    expect(problem).toBeNull();
  });

  test("gives the message its text where there is none other, in its own code page", async () => {
    const body = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]).toString("latin1");

    expect((await parseMessage(mail(tnef({ codePage: 1251, body })))).text).toBe("Привет");
    expect((await parseMessage(mail(tnef({ body: "Hidden" }), "Shown"))).text.trim()).toBe("Shown");
  });

  test("gives the HTML that is wrapped in RTF, with its pictures inline", async () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}Gr\\'fc\\'dfe{\\*\\htmltag84 <img src=\"cid:logo@x\">}{\\*\\htmltag72 </p>}}";
    const picture = {
      data: Buffer.from("png"),
      properties: [
        { id: LONG_NAME, text: "logo.png" },
        { id: CONTENT_ID, text: "logo@x" },
      ],
    };
    const { html, text, attachments } = await parseMessage(
      mail(tnef({ properties: [{ id: RTF, bytes: uncompressedRtf(rtf) }], files: [picture] })),
    );

    expect(html).toContain("Grüße");
    expect(text).toContain("Grüße");
    expect(attachments).toMatchObject([{ fileName: "logo.png", contentId: "logo@x", isInline: true }]);
  });

  test("in an enclosed message gives its files too, but not without end", () => {
    const enclosed = (inner: Buffer) =>
      tnef({
        files: [
          {
            properties: [
              { id: METHOD, number: 5 },
              { id: DATA, object: Buffer.concat([Buffer.alloc(16), inner]) },
            ],
          },
        ],
      });
    let deep = tnef({ files: [plan] });

    expect(readTnef(enclosed(deep))?.files).toHaveLength(1);
    for (let depth = 0; depth < 10; depth++) deep = enclosed(deep);
    expect(readTnef(deep)).toBeNull();
  });

  test("that is none, or broken, stays the file that it is", async () => {
    const { attachments } = await parseMessage(mail(Buffer.from("no container")));
    expect(attachments).toMatchObject([{ fileName: "winmail.dat" }]);
    expect(readTnef(Buffer.alloc(0))).toBeNull();
  });

  test("that breaks off gives what stands before", () => {
    const whole = tnef({ body: "First", files: [plan, { ...plan, title: "second.pdf" }] });
    for (let length = 0; length < whole.length; length += 7)
      expect(() => readTnef(whole.subarray(0, length))).not.toThrow();
    expect(readTnef(whole.subarray(0, whole.length - 20))).toMatchObject({ text: "First", files: [{}, {}] });
  });

  test("that lies about lengths and counts costs neither time nor memory", async () => {
    const liar = uncompressedRtf("{\\rtf1\\fromhtml1 x}");
    liar.writeUInt32LE(0x7fffffff, 0);
    liar.writeUInt32LE(0x75465a4c, 8);
    const many = tnef({ files: Array.from({ length: 20_000 }, () => plan) });
    const counts = tnef({ properties: [{ id: RTF, bytes: liar }] });
    const endless = Buffer.from(counts);
    endless.fill(0xff, endless.length - 20);

    for (const heavy of ["{".repeat(50_000), "x\n".repeat(400_000)]) {
      const rtf = uncompressedRtf(`{\\rtf1\\ansi\\fromhtml1 ${heavy}}`);
      expect(readTnef(tnef({ properties: [{ id: RTF, bytes: rtf }] }))).toBeNull();
    }
    expect(readTnef(many)!.files.length).toBeLessThanOrEqual(200);
    expect(readTnef(counts)).toBeNull();
    expect(readTnef(endless)).toBeNull();
    const shaking = () => {
      for (let seed = 1; seed < 400; seed++) readTnef(shaken(counts, seed));
    };
    expect(await cpuTimeOf(shaking)).toBeLessThan(1_000);
  });
});

/** The same bytes with some of them changed, the same ones each time. */
function shaken(bytes: Buffer, seed: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = 6 + (seed % 11); at < copy.length; at += 13 + (seed % 17)) copy[at] = (copy[at]! * 31 + seed) & 0xff;
  return copy;
}
