import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { COOKIE_NAME } from "@/lib/auth/token";
import { newId } from "@/lib/core/ids";
import { attachments, sessions, smartleadMessages } from "@/lib/db/schema";
import { previewAttachment } from "@/lib/services/messages/preview-attachment";
import { zipAttachments } from "@/lib/services/messages/zip-attachments";
import { getThread } from "@/lib/services/threads/get-thread";
import { putFile } from "@/lib/storage/storage";
import { contextOf, makeWorld } from "@/lib/testing/factories";
import { makeSmartleadWorld } from "@/lib/testing/smartlead-world";
import { request } from "@/lib/testing/request-cookies";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { GET as getZip } from "../../threads/[id]/files/route";
import { GET as getFile } from "./route";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-preview-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The request as Next gives it.
vi.mock("next/headers", async () => (await import("@/lib/testing/request-cookies")).nextHeaders());

let world: Awaited<ReturnType<typeof makeWorld>>;
beforeEach(async () => {
  world = await makeWorld(test_.db);
  request.cookies = {};
});

const ctx = () => contextOf(world.member, test_.db);
let position = 0;

async function addFile(fileName: string, contentType: string, content: string | Buffer, nth = 1): Promise<string> {
  const bytes = Buffer.from(content);
  const [workspaceId, storageKey] = [world.workspaceId, `attachments/${newId()}`];
  await putFile(storageKey, bytes);
  const sha256 = `${fileName}${bytes.length}${nth}`;
  const [row] = await test_.db
    .insert(attachments)
    .values({
      workspaceId,
      messageId: world.messages[nth]!.id,
      position: position++,
      fileName,
      contentType,
      sha256,
      size: bytes.length,
      storageKey,
    })
    .returning();
  return row!.id;
}

const preview = (id: string) => previewAttachment(ctx(), { id });

test("what could run is text, whatever it calls itself, and leaves as a download that no browser runs", async () => {
  const page = "<script>alert(1)</script>";
  for (const [name, type] of [
    ["a.html", "text/html"],
    ["a.svg", "image/svg+xml"],
    ["a.xml", "application/xml"],
    ["a.js", "text/javascript"],
  ] as const) {
    const id = await addFile(name, type, page);
    expect(await preview(id)).toEqual({ kind: "text", text: page, isCut: false });
    await signIn();
    const ask = (query: string) =>
      getFile(new Request(`http://localhost:3000/api/attachments/${id}${query}`), { params: Promise.resolve({ id }) });
    const response = await ask("");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": expect.stringMatching(/^attachment; /),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    });
    await response.body?.cancel();
    expect((await ask("?inline=1")).status).toBe(404);
  }
});

test("tables, texts and calendars are read as they are; what is too long is cut, and what is none of it is for downloading", async () => {
  const table = await preview(await addFile("a.csv", "text/csv", '\ufeffname;"kW, idle"\r\nSaw "A";1,5\r\n'));
  expect(table).toEqual({
    kind: "table",
    isCut: false,
    rows: [
      ["name", "kW, idle"],
      ['Saw "A"', "1,5"],
    ],
  });
  expect(await preview(await addFile("latin.txt", "text/plain", Buffer.from("Gr\xfc\xdfe", "latin1")))).toMatchObject({
    text: "Grüße",
  });
  const long = await preview(await addFile("long.csv", "text/csv", "a,b\n".repeat(200_000)));
  expect(long).toMatchObject({ kind: "table", isCut: true });
  expect(long.kind === "table" && long.rows.length).toBe(500);
  expect(await preview(await addFile("long.txt", "text/plain", "é".repeat(300_001)))).toMatchObject({ isCut: true });
  const ics =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Look at the saws\r\nDTSTART:20261201T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  expect(await preview(await addFile("meeting.ics", "application/octet-stream", ics))).toMatchObject({
    kind: "calendar",
    invitation: { title: "Look at the saws" },
  });
  expect(await preview(await addFile("broken.ics", "text/calendar", "no calendar"))).toMatchObject({ kind: "text" });
  expect(await preview(await addFile("a.pdf", "application/pdf", "%PDF-1.4"))).toEqual({ kind: "pdf" });
  expect(await preview(await addFile("none.txt", "text/plain", ""))).toEqual({ kind: "none", reason: "empty" });
  expect(await preview(await addFile("blank.csv", "text/csv", "\r\n \n"))).toEqual({ kind: "none", reason: "empty" });
  expect(await preview(await addFile("none.png", "image/png", ""))).toEqual({ kind: "none", reason: "empty" });
  expect(await preview(await addFile("a.txt", "text/plain", "MZ\0\0"))).toEqual({ kind: "none", reason: "type" });
});

test("all files of a thread come as one ZIP of the size that was told, each name once", async () => {
  await addFile("offer.pdf", "application/pdf", "one", 0);
  await addFile("offer.pdf", "application/pdf", "another", 1);
  await addFile("../x.html", "text/html", "<b>", 1);
  await signIn();
  const params = Promise.resolve({ id: String(world.thread.id) });
  const response = await getZip(new Request("http://localhost:3000/api/threads/1/files"), { params });
  const zip = Buffer.from(await response.arrayBuffer());

  expect(zip.length).toBe(Number(response.headers.get("content-length")));
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename=".+\.zip"/);
  expect(namesIn(zip)).toEqual(["offer.pdf", "offer (2).pdf", "_x.html"]);
  for (const text of ["one", "another", "<b>"]) expect(zip.includes(text)).toBe(true);
});

test("a ZIP of large files is read one piece at a time, and whoever goes away leaves no file open", async () => {
  for (const name of ["a.bin", "b.bin"]) await addFile(name, "application/zip", Buffer.alloc(30_000_000, name));
  const before = process.memoryUsage().arrayBuffers;
  const { content } = await zipAttachments(ctx(), { messageId: world.messages[1]!.id });
  const reader = content.getReader();
  let most = 0;
  for (let read = 0; read < 20_000_000;) {
    const { value } = await reader.read();
    read += value!.byteLength;
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  await reader.cancel().catch(() => undefined);

  expect(most).toBeLessThan(25_000_000);
});

test("files of another workspace are not found, by whatever way", async () => {
  const id = await addFile("a.txt", "text/plain", "ours");
  const foreign = contextOf((await makeWorld(test_.db)).admin, test_.db);

  await expect(previewAttachment(foreign, { id })).rejects.toMatchObject({ code: "not_found" });
  for (const whose of [{ threadId: world.thread.id }, { messageId: world.messages[1]!.id }])
    await expect(zipAttachments(foreign, whose)).rejects.toMatchObject({ code: "not_found" });
});

test("files that lie at Smartlead stand beside those that are stored here, by address and name alone", async () => {
  const remote = await makeSmartleadWorld(test_.db);
  const raw = {
    attachments: [
      { file_url: "https://files.smartlead.test/1/plan.pdf", file_name: "plan.pdf" },
      { file_url: "javascript:1" },
    ],
  };
  const messageId = remote.messages.at(-1)!.id;
  await test_.db.insert(smartleadMessages).values({ messageId, connectionId: remote.connection.id, raw });

  const { messages } = await getThread(contextOf(remote.member, test_.db), { threadId: remote.thread.id });

  expect(messages.map(({ remoteFiles }) => remoteFiles)).toEqual([
    [],
    [{ name: "plan.pdf", url: "https://files.smartlead.test/1/plan.pdf" }],
  ]);
});

async function signIn(): Promise<void> {
  const [session] = await test_.db
    .insert(sessions)
    .values({ memberId: world.member.id, expiresAt: new Date(Date.now() + 3_600_000) })
    .returning();
  request.cookies = { [COOKIE_NAME]: await encode({ token: { sid: session!.id }, secret: process.env.AUTH_SECRET! }) };
}

/** From the central directory (APPNOTE 4.3.12). */
function namesIn(zip: Buffer): string[] {
  const names: string[] = [];
  for (let at = zip.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 4, "latin1"))
    names.push(zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString("utf8"));
  return names;
}
