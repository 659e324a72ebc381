import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { replyAttachments } from "@/lib/db/schema";
import { makeWorld } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { AttachmentFault, loadReplyFiles } from "./reply-files";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-files-"));
const MEGABYTE = 1024 * 1024;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => response.end(Buffer.alloc(Number(request.url?.slice(1)) * MEGABYTE)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  process.env.ALLOW_PRIVATE_HOSTS = `127.0.0.1:${port}`;
  process.env.DATA_DIR = folder;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function replyWith(megabytes: number[]) {
  const reply = await makeReply(test_.db, await makeWorld(test_.db));
  const files = megabytes.map((size, position) => ({
    fileUrl: `${origin}/${size}`,
    fileName: `${size}.bin`,
    position,
  }));
  await test_.db.insert(replyAttachments).values(files.map((file) => ({ ...file, replyId: reply.id })));
  return reply.id;
}

test("files behind addresses are fetched as long as all together are no larger than one may be", async () => {
  const files = await loadReplyFiles(test_.db, await replyWith([1, 2]));
  expect(files.map(({ fileName, content }) => [fileName, content.length / MEGABYTE])).toEqual([
    ["1.bin", 1],
    ["2.bin", 2],
  ]);

  await expect(loadReplyFiles(test_.db, await replyWith([15, 14]))).rejects.toMatchObject({ fileName: "14.bin" });
});

async function replyWithStored(storageKey: string) {
  const reply = await makeReply(test_.db, await makeWorld(test_.db));
  await test_.db.insert(replyAttachments).values({ replyId: reply.id, position: 0, fileName: "offer.pdf", storageKey });
  return reply.id;
}

test("a file that the storage does not have is lost, one that it cannot read for now is tried again", async () => {
  mkdirSync(path.join(folder, "files"), { recursive: true });
  // Where a folder should be: the storage answers neither yes nor no.
  writeFileSync(path.join(folder, "files", "blocked"), "");
  const faultOf = async (key: string) => {
    const replyId = await replyWithStored(key);
    return loadReplyFiles(test_.db, replyId).then(
      () => null,
      (error: unknown) => error,
    );
  };

  expect(await faultOf("nowhere/offer.pdf")).toBeInstanceOf(AttachmentFault);
  const passing = await faultOf("blocked/offer.pdf");
  expect(passing).toBeInstanceOf(Error);
  expect(passing).not.toBeInstanceOf(AttachmentFault);
});
