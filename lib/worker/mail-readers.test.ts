import { afterAll, expect, test } from "vitest";
import { readMessage } from "@/lib/services/messages/read-message";
import { machineSlowness } from "@/lib/testing/machine-slowness";
import { openMailReaders } from "./mail-readers";

const readers = openMailReaders()!;
afterAll(() => readers.end());

const AT = new Date("2026-05-04T08:00:00Z");
const mail = (subject: string, file: string) =>
  Buffer.from(
    [
      "From: Ana <ana@lead.test>",
      "To: nia@own.test",
      `Subject: ${subject}`,
      "Date: Mon, 04 May 2026 09:00:00 +0200",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/html",
      "",
      '<p onclick="x()">Yes, on Tuesday</p><script>x()</script>',
      "--b",
      "Content-Type: application/pdf",
      "Content-Transfer-Encoding: base64",
      'Content-Disposition: attachment; filename="offer.pdf"',
      "",
      Buffer.from(file).toString("base64"),
      "--b--",
      "",
    ].join("\r\n"),
  );

test("threads read mail as this one does, many at once, with their sources and files", async () => {
  const raws = Array.from({ length: 20 }, (_, at) => mail(`Offer ${at}`, `file ${at} `.repeat(at * 50)));
  const [first] = raws;
  const kept = Buffer.from(first!);
  const read = await Promise.all(raws.map((raw) => readers.read(raw, AT)));
  for (const [at, raw] of raws.entries()) {
    const here = await readMessage(raw, AT);
    expect({ ...read[at], files: read[at]!.files.map(plain) }).toEqual({ ...here, files: here.files.map(plain) });
  }
  // What was handed over is still the caller's.
  expect(first!.equals(kept)).toBe(true);
});

test("answers are told apart, however the messages lie ready and whatever each takes", async () => {
  const soft = (subject: string, length: number) =>
    Buffer.from(
      `From: Ana <ana@lead.test>\r\nSubject: ${subject}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>${subject}</p>${"<b>gr=C3=BC=C3=9Fe</b>=\r\n".repeat(length)}`,
    );
  const raws = Array.from({ length: 40 }, (_, at) => soft(`No ${at}`, at % 8 === 0 ? 4_000 : at % 3));
  const read = await Promise.all(raws.map((raw) => readers.read(raw, AT)));
  expect(read.map(({ subject }) => subject)).toEqual(raws.map((_, at) => `No ${at}`));
  expect(read.map(({ text }) => /No \d+/.exec(text)?.[0])).toEqual(raws.map((_, at) => `No ${at}`));
});

test("a message that is not read in time comes back bare, and the next ones are read", async () => {
  // The first one waits for its thread to start as well.
  const hurried = openMailReaders(500 * machineSlowness())!;
  // As deep as is still read, and often: it takes several times as long as it may.
  const deep = `${"<b>".repeat(180)}${"<i>x</i> ".repeat(20_000)}${"</b>".repeat(180)}`;
  const part = `--b\r\nContent-Type: text/html\r\n\r\n${deep}\r\n`;
  const head = mail("Long", "x").toString();
  const long = Buffer.from(head.replace("--b\r\n", () => `${part.repeat(12)}--b\r\n`));
  const [first, second, third] = await Promise.all([
    hurried.read(mail("Before", "x"), AT),
    hurried.read(long, AT),
    hurried.read(mail("Behind", "x"), AT),
  ]);
  expect(first).toMatchObject({ subject: "Before", parseProblem: null });
  expect(second).toMatchObject({
    subject: "Long",
    from: { address: "ana@lead.test" },
    text: "",
    parseProblem: "unreadable",
  });
  expect(second!.raw).toBe(long);
  expect(third).toMatchObject({ subject: "Behind", parseProblem: null });
  await hurried.end();
});

test("who ends them is told that nothing is read any more", async () => {
  const ended = openMailReaders()!;
  const pending = ended.read(mail("Late", "x"), AT);
  const verdict = expect(pending).rejects.toThrow("ended");
  await ended.end();
  await verdict;
  await expect(ended.read(mail("Later", "x"), AT)).rejects.toThrow("ended");
});

const plain = ({ content, ...file }: { content: Uint8Array }) => ({
  ...file,
  content: Buffer.from(content).toString("hex"),
});
