import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findMessages } from "./find-messages";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), "threadwell-find-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

async function found(where = folder): Promise<[string, string | undefined][]> {
  const all: [string, string | undefined][] = [];
  for await (const { file, raw } of findMessages(where)) all.push([file, raw?.toString()]);
  return all;
}

test("files of one message are found in folders too, notes and hidden files are left out", async () => {
  write("b.eml", "Subject: b\r\n\r\nB\r\n");
  write("a/no-ending", "Subject: a\n\nA\n");
  write("notes.md", "# Notes");
  write("truth.json", "{}");
  write(".hidden", "Subject: h\n\n");

  expect(await found()).toEqual([
    ["a/no-ending", "Subject: a\n\nA\n"],
    ["b.eml", "Subject: b\r\n\r\nB\r\n"],
  ]);
});

test("a text without headers gets one, whatever its first line looks like", async () => {
  write("reply.txt", "From: nobody\nit is all text\n");

  expect(await found()).toEqual([["reply.txt", "Content-Type: text/plain\n\nFrom: nobody\nit is all text\n"]]);
});

test("an mbox is split at its own lines only, and what it marked is as it was", async () => {
  const first = "Subject: one\n\nHi\n\nFrom Berlin with love\n>From here\n";
  write(
    "box",
    `From ana@lead.test Tue Nov 17 16:20:00 2026\n${first}\nFrom - Tue Nov 17 16:21:00 2026\r\nSubject: two\r\n\r\nHo\r\n`,
  );

  const messages = [
    ["box", first.replace(">From", "From")],
    ["box", "Subject: two\r\n\r\nHo\r\n"],
  ];
  expect(await found()).toEqual(messages);
  expect(await found(path.join(folder, "box"))).toEqual(messages);
});

test("of a Maildir and its folders only the mail is taken", async () => {
  for (const name of ["cur", "new", "tmp", ".Sent/cur", ".Sent/new"])
    mkdirSync(path.join(folder, name), { recursive: true });
  write("cur/1.host:2,S", "Subject: read\n\n");
  write("new/2.host", "Subject: new\n\n");
  write("tmp/3.host", "Subject: half\n");
  write(".Sent/cur/4.host:2,S", "Subject: sent\n\n");
  write("dovecot-uidlist", "3 V1 N5");

  expect((await found()).map(([file]) => file)).toEqual([".Sent/cur/4.host:2,S", "cur/1.host:2,S", "new/2.host"]);
});
