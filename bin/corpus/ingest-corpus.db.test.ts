import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import type { FoundMessage } from "@/lib/mail/files/find-messages";
import { ingestCorpus, withPlaces } from "./ingest-corpus";
import type { Line } from "./line";
import { fillStore } from "./scratch-store";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-ingest-corpus-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* each<Item>(items: Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** Each as a file `1`, `2` … */
async function run(raws: (Buffer | null)[], mailboxes: string[] = []) {
  const spooled: string[] = [];
  const store = await fillStore(test_.db, mailboxes);
  const found = raws.map((raw, index): FoundMessage => ({ file: String(index + 1), raw }));
  const counts = await ingestCorpus(store, each(found), (line) => void spooled.push(JSON.stringify(line)));
  const lines: Line[] = [];
  for await (const line of withPlaces(test_.db, each(spooled))) lines.push(line);
  return { counts, lines };
}

const ANA = "Ana Berg <ana@lead.test>";
const SAM = "Sam Reed <sam@own.test>";

test("a message is told with all that was read of it, and its thread", async () => {
  const raw = rawMail({
    from: ANA,
    to: SAM,
    messageId: "one@lead.test",
    date: "Tue, 17 Nov 2026 16:20:00 +0100",
    headers: ['Content-Type: multipart/mixed; boundary="x"'],
    body: "--x\nContent-Type: text/html\n\n<p onclick=x()>Yes.</p>\n--x\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nYWJj\n--x--",
  });

  const { lines } = await run([raw], ["sam@own.test"]);

  expect(lines).toEqual([
    {
      file: "1",
      messageId: "one@lead.test",
      thread: expect.any(Number),
      direction: "in",
      from: { name: "Ana Berg", address: "ana@lead.test" },
      to: [{ name: "Sam Reed", address: "sam@own.test" }],
      cc: [],
      subject: "A question about Acme",
      date: "2026-11-17T15:20:00.000Z",
      text: "Yes.",
      visibleText: "Yes.",
      html: "<p>Yes.</p>\n",
      attachments: [
        {
          name: "a.pdf",
          type: "application/pdf",
          size: 3,
          sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        },
      ],
      bounces: [],
      autoReply: false,
      returnDate: null,
      category: null,
      because: null,
      error: null,
    },
  ]);
});

test("threads come from the headers, also where nobody is a lead and no mailbox is named", async () => {
  const first = { from: ANA, to: SAM, messageId: "first@lead.test" };
  const answer = { from: SAM, to: ANA, messageId: "answer@own.test", inReplyTo: "first@lead.test", subject: "Else" };
  const namesake = { from: "Ben <ben@lead.test>", to: SAM, messageId: "namesake@lead.test" };
  const raws = [first, answer, namesake].map(rawMail);

  const stranger = await run(raws);
  const [one, two, three] = stranger.lines;
  expect(two!.thread).toBe(one!.thread);
  expect(three!.thread).not.toBe(one!.thread);
  expect(stranger.lines.map(({ direction }) => direction)).toEqual(["in", "in", "in"]);

  const own = await run(raws, ["sam@own.test"]);
  expect(own.lines[1]!.thread).toBe(own.lines[0]!.thread);
  expect(own.lines.map(({ direction }) => direction)).toEqual(["in", "out", "in"]);
});

test("what bounced and what a machine answered is told, each message once", async () => {
  const away = rawMail({
    from: ANA,
    headers: ["Auto-Submitted: auto-replied"],
    date: "Tue, 17 Nov 2026 16:20:00 +0100",
    body: "I am back on Monday.",
  });
  const bounce = rawMail({
    from: "mailer-daemon@relay.test",
    subject: "Undelivered Mail",
    body: "Final-Recipient: rfc822; ben@lead.test\nAction: failed\nStatus: 5.1.1\n",
  });
  const newsletter = rawMail({ from: ANA, headers: ["List-Id: <news.lead.test>", "Precedence: bulk"] });

  const { lines, counts } = await run([away, bounce, newsletter, away]);

  const away_ = [true, "2026-11-23", "ooo", "auto_submitted: auto-replied"];
  expect(lines.map((line) => [line.autoReply, line.returnDate, line.category, line.because])).toEqual([
    away_,
    [false, null, "bounce", "report: 5.1.1"],
    [false, null, null, "precedence: bulk"],
    away_,
  ]);
  expect(lines[1]!.bounces).toMatchObject([{ recipient: "ben@lead.test", status: "5.1.1", permanent: true }]);
  expect(lines[3]!.thread).toBe(lines[0]!.thread);
  expect(counts).toEqual({ files: 4, messages: 4, bounced: 1, automatic: 2, doubled: 1, troubled: 0 });
});

test("nothing that comes stops it", async () => {
  const deep = Array.from({ length: 100 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`);
  const raws = [
    null,
    Buffer.alloc(0),
    Buffer.from([0, 255, 10, 13, 0]),
    Buffer.from(deep.join("")),
    rawMail({ from: ANA }),
  ];

  const { lines, counts } = await run(raws);

  expect(lines.map(({ error }) => error)).toEqual(["unreadable_file", null, null, "too_deep", null]);
  expect(lines.slice(1).every(({ thread }) => thread !== null)).toBe(true);
  expect(counts).toMatchObject({ messages: 5, troubled: 2 });
});
