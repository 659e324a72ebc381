import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { proxiedImages } from "@/lib/db/schema";
import { MAX_REMOTE_PICTURES } from "@/lib/domain/remote-pictures";
import { getMessageBody } from "@/lib/services/messages/get-message-body";
import { contextOf, makeMessage, makeWorld, type MessageRow, type World } from "@/lib/testing/factories";
import { PIXELS, type PictureServer, startPictureServer } from "@/lib/testing/picture-server";
import { useTestDatabase } from "@/lib/testing/test-db";
import { useFileFolder } from "@/lib/testing/use-file-folder";
import { MESSAGE_BYTES, WORKSPACE_DAY_BYTES } from "./image-budget";
import { urlHashOf } from "./image-token";
import { openImage } from "./open-image";
import { showImages } from "./show-images";

const test_ = useTestDatabase();
useFileFolder();

let server: PictureServer;
let most = 0;
beforeAll(async () => {
  let open = 0;
  const slowly = (response: { end: (content: Buffer) => void }) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.end(PIXELS);
    }, 50);
  };
  server = await startPictureServer({ "/slow": slowly });
  process.env.IMAGE_PROXY_ALLOW = server.allow;
});
afterAll(() => server.stop());

let world: World;
beforeEach(async () => {
  server.asked.length = 0;
  world = await makeWorld(test_.db);
});

const ctx = () => contextOf(world.member, test_.db);
async function shown(urls: string[]): Promise<MessageRow> {
  const html = urls.map((url) => `<img data-remote-src="${url}" />`).join("");
  const message = await makeMessage(test_.db, world, { html, remoteImages: urls.length }, world.messages);
  await showImages(ctx(), { messageId: message.id, scope: "message" });
  return message;
}
const tokensOf = async ({ id }: MessageRow) => [
  ...(await getMessageBody(ctx(), { messageId: id })).remoteTokens.values(),
];
const open = async (message: MessageRow) =>
  Promise.allSettled((await tokensOf(message)).map((token) => openImage(ctx(), { token })));
const keep = (url: string, size: number, hoursAgo: number) =>
  test_.db.insert(proxiedImages).values({
    workspaceId: world.workspaceId,
    urlHash: urlHashOf(url),
    size,
    problem: "timeout",
    fetchedAt: new Date(Date.now() - hoursAgo * 3_600_000),
  });
const NOT_FOUND = { status: "rejected", reason: { code: "not_found" } };

test("of a message with thousands of pictures no more are given out than are loaded", async () => {
  const message = await shown(Array.from({ length: 3_000 }, (_, at) => `${server.url}/${at}`));

  expect(await tokensOf(message)).toHaveLength(MAX_REMOTE_PICTURES);
});

test("what one message shows is fetched a few at a time", async () => {
  await open(await shown(Array.from({ length: 20 }, (_, at) => `${server.url}/slow?${at}`)));

  expect(server.asked).toHaveLength(20);
  expect(most).toBe(3);
});

test("a message whose pictures take much room gets no further ones, while another does", async () => {
  const [old, fresh, other] = ["old", "fresh", "other"].map((name) => `${server.url}/${name}`) as [
    string,
    string,
    string,
  ];
  await keep(old, MESSAGE_BYTES, 48);
  const message = await shown([old, fresh]);

  expect(await open(message)).toMatchObject([NOT_FOUND, NOT_FOUND]);
  expect(server.asked).toEqual([]);
  expect(await open(await shown([other]))).toMatchObject([{ status: "fulfilled" }]);
});

test("a workspace gets so much in a day and goes on the next", async () => {
  const url = `${server.url}/one`;
  await keep(`${server.url}/elsewhere`, WORKSPACE_DAY_BYTES, 1);
  const message = await shown([url]);
  expect(await open(message)).toMatchObject([NOT_FOUND]);

  await test_.db.update(proxiedImages).set({ fetchedAt: new Date(Date.now() - 25 * 3_600_000) });
  expect(await open(message)).toMatchObject([{ status: "fulfilled" }]);
});
