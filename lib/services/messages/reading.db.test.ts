import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { attachments } from "@/lib/db/schema";
import { putFile } from "@/lib/storage/storage";
import { contextOf, makeMessage, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { getPrintedThread } from "@/lib/services/threads/get-printed-thread";
import { getMessageBody } from "./get-message-body";
import { getMessageSource } from "./get-message-source";
import { openAttachment } from "./open-attachment";

process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), "threadwell-reading-"));
const test_ = testDatabase();
let world: World;
let messageId: string;
let files: Record<"html" | "png" | "svg", string>;

beforeAll(async () => {
  world = await makeWorld(test_.db);
  const raw = "From: ana@lead.test\r\n\r\n\u0000Hello";
  messageId = (await makeMessage(test_.db, world, { html: '<img src="cid:a@x">', raw })).id;
  await putFile("reading/file", Buffer.from("bytes"));
  let position = 0;
  const add = async (fileName: string, contentType: string, contentId: string | null) => {
    const { workspaceId } = world;
    const file = { fileName, size: 5, sha256: "x", storageKey: "reading/file", position: position++ };
    const [row] = await test_.db
      .insert(attachments)
      .values({ workspaceId, messageId, contentType, contentId, ...file })
      .returning();
    return row!.id;
  };
  files = {
    html: await add("page.html", "text/html", null),
    png: await add("picture.png", "image/png", "a@x"),
    svg: await add("scheme.svg", "image/svg+xml", "b@x"),
  };
});

test("body, source and files are given to the workspace", async () => {
  const ctx = contextOf(world.member, test_.db);
  const body = await getMessageBody(ctx, { messageId });
  expect(body.html).toBe('<img src="cid:a@x">');
  expect(body.pictures).toContainEqual(
    expect.objectContaining({ contentId: "a@x", attachmentId: files.png, contentType: "image/png" }),
  );
  expect((await getMessageSource(ctx, { messageId })).toString()).toBe("From: ana@lead.test\r\n\r\n\u0000Hello");
  const file = await openAttachment(ctx, { attachmentId: files.html });
  expect(await text(file.content)).toBe("bytes");
});

test("a printed message names the files that hang below it", async () => {
  const { bodies } = await getPrintedThread(contextOf(world.member, test_.db), { threadId: world.thread.id });
  const body = bodies.find(({ id }) => id === messageId);
  expect(body?.files.map(({ fileName }) => fileName)).toEqual(["page.html", "scheme.svg"]);
});

test("only pictures that cannot run are given inline", async () => {
  const ctx = contextOf(world.member, test_.db);
  const inline = (attachmentId: string) => openAttachment(ctx, { attachmentId, inline: true });
  expect(await text((await inline(files.png)).content)).toBe("bytes");
  for (const id of [files.html, files.svg]) await expect(inline(id)).rejects.toMatchObject({ code: "not_found" });
});

test("another workspace finds none of them", async () => {
  const stranger = contextOf((await makeWorld(test_.db)).admin, test_.db);
  for (const read of [
    () => getMessageBody(stranger, { messageId }),
    () => getMessageSource(stranger, { messageId }),
    () => openAttachment(stranger, { attachmentId: files.png }),
  ])
    await expect(read()).rejects.toMatchObject({ code: "not_found" });
});
