import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { members, messages, proxiedImages } from "@/lib/db/schema";
import { DEFAULT_PREFERENCES } from "@/lib/domain/preferences";
import { getMessageBody } from "@/lib/services/messages/get-message-body";
import { getThread } from "@/lib/services/threads/get-thread";
import { hasFile } from "@/lib/storage/storage";
import { contextOf, makeMessage, makeWorld, type World } from "@/lib/testing/factories";
import { PIXELS, type PictureServer, startPictureServer } from "@/lib/testing/picture-server";
import { useTestDatabase } from "@/lib/testing/test-db";
import { fetchImage } from "./fetch-image";
import { hideImages } from "./hide-images";
import { imageToken } from "./image-token";
import { openImage } from "./open-image";
import { removeOldImages } from "./remove-old-images";
import { showImages } from "./show-images";

const test_ = useTestDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-images-"));
const HOUR = 3_600_000;

let server: PictureServer;
let named: PictureServer;
let isDown = false;
beforeAll(async () => {
  process.env.DATA_DIR = folder;
  server = await startPictureServer({
    "/page": (response) => response.writeHead(200, { "content-type": "image/png" }).end("<html><script>1</script>"),
    "/vector": (response) =>
      response.writeHead(200, { "content-type": "image/svg+xml" }).end("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "/large": (response) => response.writeHead(200, { "content-length": 11 * 1024 * 1024 }).end(),
    "/inside": (response) => response.writeHead(302, { location: "http://127.0.0.1:9/secret" }).end(),
    "/moved": (response) => response.writeHead(302, { location: "/a.gif" }).end(),
    "/weak": (response) => (isDown ? response.writeHead(500).end() : response.writeHead(200).end(PIXELS)),
  });
  process.env.IMAGE_PROXY_ALLOW = server.allow;
  // What the operator lets members connect to, a stranger's picture does not reach.
  named = await startPictureServer();
  process.env.ALLOW_PRIVATE_HOSTS = named.allow;
});
afterAll(async () => {
  await Promise.all([server.stop(), named.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

let world: World;
let message: typeof messages.$inferSelect;
beforeEach(async () => {
  isDown = false;
  server.asked.length = 0;
  world = await makeWorld(test_.db);
  const addresses = ["a.gif?who=ana&n=1", "page", "vector", "large", "inside", "moved", "weak"];
  const html = addresses
    .map((each) => `<img data-remote-src="${server.url}/${each.replace("&", "&amp;")}" />`)
    .join("");
  message = await makeMessage(test_.db, world, { html, remoteImages: addresses.length }, world.messages);
});

const ctx = (member = world.member, now = () => new Date()) => contextOf(member, test_.db, now);
const consentOf = async (member = world.member, messageId = message.id) => {
  const thread = await getThread(ctx(member), { threadId: world.thread.id });
  return thread.messages.find(({ id }) => id === messageId)!.pictures.consent;
};
/** The picture as its address in the frame would give it. */
async function open(file: string, { member = world.member, now = () => new Date() } = {}) {
  const { remoteTokens } = await getMessageBody(ctx(member, now), { messageId: message.id });
  const token = [...remoteTokens].find(([url]) => url.startsWith(`${server.url}/${file}`))?.[1] ?? "";
  return openImage(ctx(member, now), { token });
}
const NOT_FOUND = { code: "not_found" };

test("nothing is asked of anybody before the reader wants it, also with a token of our own making", async () => {
  const { remoteTokens } = await getMessageBody(ctx(), { messageId: message.id });
  expect(remoteTokens.size).toBe(0);
  const url = `${server.url}/a.gif?who=ana&n=1`;
  const token = imageToken({ messageId: message.id, memberId: world.member.id, url }, new Date());

  await expect(openImage(ctx(), { token })).rejects.toMatchObject(NOT_FOUND);

  expect(server.asked).toEqual([]);
});

test("a picture comes once from its server, by a request that says nothing of the reader, and then from the storage", async () => {
  await showImages(ctx(), { messageId: message.id, scope: "message" });

  const [first, same] = await Promise.all([open("a.gif"), open("a.gif")]);
  const again = await open("a.gif");

  for (const image of [first, same, again]) expect(image).toEqual({ contentType: "image/gif", content: PIXELS });
  expect(server.asked.map((each) => each.path)).toEqual(["/a.gif?who=ana&n=1"]);
  const { host, connection, ...said } = server.asked[0]!.headers;
  expect(host).toBe(server.allow);
  expect(connection).toBeDefined();
  expect(said).toEqual({
    accept: "image/png,image/jpeg,image/gif,image/webp",
    "accept-encoding": "identity",
    "user-agent": "Mozilla/5.0",
  });
});

test("the wish is one member's: for a message, for a sender, or always, and is taken back", async () => {
  const sender = world.lead.email;
  const other = await makeMessage(test_.db, world, { html: message.html, fromAddress: sender.toUpperCase() }, []);
  const junk = await makeMessage(test_.db, world, { html: message.html, fromAddress: sender, isJunk: true }, []);
  await test_.db.update(messages).set({ remoteImages: 1 }).where(eq(messages.threadId, world.thread.id));

  await showImages(ctx(), { messageId: message.id, scope: "message" });
  await showImages(ctx(), { messageId: message.id, scope: "message" });
  expect([await consentOf(), await consentOf(world.member, other.id)]).toEqual(["message", null]);
  expect(await consentOf(world.manager)).toBeNull();

  await showImages(ctx(), { messageId: message.id, scope: "sender" });
  expect([await consentOf(world.member, other.id), await consentOf(world.member, junk.id)]).toEqual(["sender", null]);

  await hideImages(ctx(), { messageId: message.id });
  expect([await consentOf(), await consentOf(world.member, other.id)]).toEqual([null, null]);

  const preferences = { ...DEFAULT_PREFERENCES, images: "always" as const };
  await test_.db.update(members).set({ preferences }).where(eq(members.id, world.member.id));
  expect([await consentOf(), await consentOf(world.member, junk.id)]).toEqual(["always", null]);
});

test("a wish that was taken back closes addresses that were given out before", async () => {
  await showImages(ctx(), { messageId: message.id, scope: "message" });
  const { remoteTokens } = await getMessageBody(ctx(), { messageId: message.id });
  await hideImages(ctx(), { messageId: message.id });

  for (const token of remoteTokens.values()) await expect(openImage(ctx(), { token })).rejects.toMatchObject(NOT_FOUND);
  expect(server.asked).toEqual([]);
});

test("what is no picture, too large, or behind a private address is not given, and is not asked for again soon", async () => {
  await showImages(ctx(), { messageId: message.id, scope: "message" });
  const bad = ["page", "vector", "large", "inside"];
  for (let round = 0; round < 2; round++)
    for (const file of bad) await expect(open(file), file).rejects.toMatchObject(NOT_FOUND);

  expect(server.asked.map((each) => each.path)).toEqual(bad.map((file) => `/${file}`));
  const rows = await test_.db.select().from(proxiedImages);
  const problems = rows
    .filter(({ workspaceId }) => workspaceId === world.workspaceId)
    .map(({ problem }) => problem ?? "");
  expect(problems.toSorted((a, b) => a.localeCompare(b))).toEqual([
    "no_picture",
    "no_picture",
    "private_address",
    "too_large",
  ]);
  expect(await open("moved")).toMatchObject({ contentType: "image/gif" });
});

test("a server that is down is asked again after a while, and an old picture is fetched anew", async () => {
  await showImages(ctx(), { messageId: message.id, scope: "message" });
  isDown = true;
  await expect(open("weak")).rejects.toMatchObject(NOT_FOUND);
  isDown = false;
  await expect(open("weak")).rejects.toMatchObject(NOT_FOUND);
  const later = (hours: number) => ({ now: () => new Date(Date.now() + hours * HOUR) });

  await open("weak", later(1));
  await open("weak", later(24));
  await open("weak", later(24 * 9));

  expect(server.asked).toHaveLength(3);

  isDown = true;
  await expect(open("weak", later(24 * 18))).rejects.toMatchObject(NOT_FOUND);
  const rows = await test_.db.select().from(proxiedImages).where(eq(proxiedImages.workspaceId, world.workspaceId));
  expect(rows, "its file goes with its row").toMatchObject([{ problem: "status", storageKey: expect.any(String) }]);
});

test("a token is one member's, for one picture of one message, and for two hours at most", async () => {
  await showImages(ctx(), { messageId: message.id, scope: "message" });
  await showImages(ctx(world.manager), { messageId: message.id, scope: "message" });
  const { remoteTokens } = await getMessageBody(ctx(), { messageId: message.id });
  const [token] = remoteTokens.values() as unknown as [string];
  const [messageId, memberId, hash, until, signature] = token.split(".") as [string, string, string, string, string];
  const changed = (text: string) => text.replace(/^./, (sign) => (sign === "0" ? "1" : "0"));
  const other = imageToken(
    { messageId: world.messages[1]!.id, memberId: world.member.id, url: `${server.url}/a.gif?who=ana&n=1` },
    new Date(),
  );

  for (const wrong of [
    [changed(messageId), memberId, hash, until, signature].join("."),
    [messageId, changed(memberId), hash, until, signature].join("."),
    [messageId, memberId, changed(hash), until, signature].join("."),
    [messageId, memberId, hash, `${until}0`, signature].join("."),
    [messageId, memberId, hash, until, changed(signature)].join("."),
    other,
    "",
    "../../etc/passwd",
  ])
    await expect(openImage(ctx(), { token: wrong }), wrong).rejects.toMatchObject(NOT_FOUND);
  await expect(openImage(ctx(world.manager), { token })).rejects.toMatchObject(NOT_FOUND);
  const late = ctx(world.member, () => new Date(Date.now() + 2 * HOUR));
  await expect(openImage(late, { token })).rejects.toMatchObject(NOT_FOUND);
  expect(server.asked).toEqual([]);
});

test("another workspace neither wishes for nor opens them", async () => {
  const stranger = ctx((await makeWorld(test_.db)).admin);
  const input = { messageId: message.id };
  await expect(showImages(stranger, { ...input, scope: "message" })).rejects.toMatchObject(NOT_FOUND);
  await expect(hideImages(stranger, input)).rejects.toMatchObject(NOT_FOUND);
  const { memberId } = stranger.actor;
  const token = imageToken({ ...input, memberId, url: `${server.url}/a.gif?who=ana&n=1` }, new Date());
  await expect(openImage(stranger, { token })).rejects.toMatchObject(NOT_FOUND);
});

test("pictures of a month ago go, with their files", async () => {
  await showImages(ctx(), { messageId: message.id, scope: "message" });
  await open("a.gif");
  const [row] = await test_.db.select().from(proxiedImages).where(eq(proxiedImages.workspaceId, world.workspaceId));

  expect(await removeOldImages(test_.db, () => new Date(Date.now() + 29 * 24 * HOUR))).toBe(0);
  expect(await hasFile(row!.storageKey!)).toBe(true);
  expect(await removeOldImages(test_.db, () => new Date(Date.now() + 31 * 24 * HOUR))).toBeGreaterThan(0);
  expect(await hasFile(row!.storageKey!)).toBe(false);
});

test("no picture comes from a server that only the operator may reach, nor from another port than the web's", async () => {
  expect(await fetchImage(`${named.url}/a.gif`)).toEqual({ problem: "private_address" });
  expect(named.asked).toEqual([]);
  expect(await fetchImage("http://127.0.0.1/a.gif")).toEqual({ problem: "private_address" });
  expect(await fetchImage("http://8.8.8.8:22/a.gif")).toEqual({ problem: "url" });
});
