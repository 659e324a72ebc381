import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { replies, replyAttachments, uploads } from "@/lib/db/schema";
import { fileAddress } from "@/lib/services/uploads/file-address";
import { putFile } from "@/lib/storage/storage";
import { makeReply } from "@/lib/testing/make-reply";
import { makeSmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { GET } from "./route";

const test_ = useTestDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-files-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let reply: typeof replies.$inferSelect;
let attachmentId: string;
beforeEach(async () => {
  const world = await makeSmartleadWorld(test_.db);
  reply = await makeReply(test_.db, world, { smartleadLeadId: world.remoteLead.id });
  const own = { workspaceId: world.workspaceId, memberId: world.member.id };
  await putFile("uploads/page", Buffer.from("<script>alert(1)</script>"));
  const [upload] = await test_.db
    .insert(uploads)
    .values({ ...own, fileName: "a.html", contentType: "text/html", size: 25, sha256: "", storageKey: "uploads/page" })
    .returning();
  const [row] = await test_.db
    .insert(replyAttachments)
    .values({ replyId: reply.id, position: 0, uploadId: upload!.id, fileName: 'a"\r\n.html', contentType: "text/html" })
    .returning();
  attachmentId = row!.id;
});

const tokenOf = (address: string) => new URL(address).pathname.split("/").at(-1)!;
const get = (token: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost:3000/api/files/${token}`, { headers }), { params: Promise.resolve({ token }) });
const address = (from = new Date()) => fileAddress(attachmentId, from);

test("a signed address gives the file whole, as a download that no browser runs or keeps", async () => {
  const response = await get(tokenOf(address()), { range: "bytes=0-3" });

  expect(response.status).toBe(200);
  expect(await response.text()).toBe("<script>alert(1)</script>");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": expect.stringMatching(/^attachment; filename="a___\.html"/),
    "content-length": "25",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
    "accept-ranges": "none",
    "x-content-type-options": "nosniff",
  });
});

test("an address that has run out, or in which anything was changed, gives nothing", async () => {
  const token = tokenOf(address());
  const [id, until, signature] = token.split(".") as [string, string, string];
  const later = (Number.parseInt(until, 36) + 1).toString(36);
  const other = id.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));

  for (const wrong of [
    tokenOf(address(new Date(Date.now() - 7 * 86_400_000 - 1_000))),
    `${id}.${later}.${signature}`,
    `${other}.${until}.${signature}`,
    `${id}.${until}.${signature.slice(0, -2)}AA`,
    attachmentId,
    "",
    "../../etc/passwd",
  ]) {
    const response = await get(wrong);
    expect(response.status, wrong).toBe(404);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  }
});

test("it ends with a reply that was taken back, and never opens a reply that leaves by SMTP", async () => {
  const token = tokenOf(address());
  await test_.db.update(replies).set({ status: "cancelled" }).where(eq(replies.id, reply.id));
  expect((await get(token)).status).toBe(404);

  await test_.db.update(replies).set({ status: "queued", smartleadLeadId: null }).where(eq(replies.id, reply.id));
  expect((await get(token)).status).toBe(404);
});
