import { randomBytes } from "node:crypto";
import { attachmentPath, printPath } from "@/lib/url/mail-paths";
import { type PictureServer, startPictureServer } from "@/lib/testing/picture-server";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { startReply } from "./steps/composer";
import { answersTo, clearText, drawPreviews, pasteAll } from "./steps/hostile-answers";
import { receiveHostileMail, type HostileInbox } from "./steps/hostile-mail";
import { stageHostileHtml } from "./steps/hostile-stage";
import { drawAllFrames, foundIn, watchHostile, type Watched } from "./steps/hostile-watch";
import { isAwake, threadOf } from "./steps/threads";

// A picture that the proxy may not fetch, or that is none, is not found.
test.use({ role: "sdr", expectedErrors: /the server responded with a status of 404/ });
test.describe.configure({ mode: "serial" });

const app = process.env.E2E_URL!;
let server: PictureServer;
let inbox: HostileInbox;
const watched: Watched[] = [];

test.beforeAll(async () => {
  server = await startPictureServer({}, Number(process.env.E2E_HOSTILE_PORT));
  // What the app has kept of a first try's pictures would not be asked for again in a second one.
  inbox = await receiveHostileMail({ server: `${server.url}/${randomBytes(4).toString("hex")}`, app });
});
test.afterAll(() => server.stop());

const watch = async (page: Page): Promise<Watched> => {
  const seen = await watchHostile(page, app);
  watched.push(seen);
  return seen;
};

/** Opens a thread and all that is folded in it. */
async function unfold(page: Page, threadId: number): Promise<void> {
  const { messages } = await threadOf(page, threadId);
  await page.goto(`/inbox/${threadId}`);
  await isAwake(page);
  await expect(async () => {
    await page.keyboard.press(";");
    await expect(page.locator("[data-message]:not(button)")).toHaveCount(messages.length, { timeout: 5_000 });
  }).toPass();
}

async function openWhole(page: Page, threadId: number): Promise<void> {
  await unfold(page, threadId);
  await drawWhole(page, threadId);
}

async function drawWhole(page: Page, threadId: number): Promise<void> {
  const { messages } = await threadOf(page, threadId);
  expect(await drawAllFrames(page)).toBe(messages.filter(({ hasHtml }) => hasHtml).length);
  expect(await foundIn(page, FRAMES)).toEqual([]);
}

const FRAMES = "article[data-message] iframe";
const byProxy = { "user-agent": "Mozilla/5.0", accept: "image/png,image/jpeg,image/gif,image/webp" };

test("hostile mail is quoted and previewed, and nothing of it lives on", async ({ page }) => {
  const seen = await watch(page);
  const former = server.asked.length;
  for (const threadId of inbox.threadIds) {
    await page.goto(`/inbox/${threadId}`);
    await isAwake(page);
    const composer = await startReply(page);
    await page.keyboard.type("Yes");
    await composer.tool("Preview").click();
    const dialog = page.getByRole("dialog", { name: "As it will be read" });
    const frame = dialog.locator("iframe");
    for (const view of ["Light", "Dark"]) {
      await dialog.getByRole("tab", { name: view }).click();
      await expect(frame).not.toHaveCSS("opacity", "0");
      expect(await foundIn(page, "[role=dialog] iframe")).toEqual([]);
    }
    const input = await dialog.locator('input[name="reply"]').inputValue();
    const sandbox = (await frame.getAttribute("sandbox"))!;
    await dialog.getByRole("tab", { name: "Text" }).click();
    await expect(dialog.locator("pre")).toContainText("wrote:");
    await dialog.getByRole("button", { name: "Close" }).click();

    const thread = await threadOf(page, threadId);
    const answers = answersTo(thread, input);
    expect(await drawPreviews(page, answers, sandbox)).toBe(answers.length);
    expect(await foundIn(page, "iframe[data-previewed]")).toEqual([]);

    await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
    await expect(composer.root).toBeHidden();
  }
  expect(seen).toEqual({ trouble: [], pictures: [] });
  expect(server.asked.length - former, "requests to another server").toBe(0);
});

test("hostile mail is opened and printed, and asks nobody; its pictures come through this app alone", async ({
  page,
}) => {
  const seen = await watch(page);
  await test.step("blocked", async () => {
    for (const threadId of inbox.threadIds) {
      await openWhole(page, threadId);
      await page.goto(printPath(threadId));
      expect(await foundIn(page, "")).toEqual([]);
    }
    expect(seen).toEqual({ trouble: [], pictures: [] });
    expect([server.asked, server.connections()]).toEqual([[], 0]);
  });

  await test.step("shown", async () => {
    await openWhole(page, inbox.threadIds[0]!);
    const notice = page.locator('[data-pictures="held"]');
    await notice.first().getByRole("button", { name: "More ways to show pictures" }).click();
    await page.getByRole("menuitem", { name: `Always from ${inbox.sender}` }).click();
    await expect(notice).toHaveCount(0);
    await drawWhole(page, inbox.threadIds[0]!);
    for (const threadId of inbox.threadIds) {
      if (threadId !== inbox.threadIds[0]) await openWhole(page, threadId);
      await page.goto(printPath(threadId));
      expect(await foundIn(page, "")).toEqual([]);
    }
    expect(seen.trouble).toEqual([]);
    const asked = new Set(server.asked.map(({ path }) => Number(/^\/\w+\/h(\d+)/.exec(path)?.[1])));
    const html = inbox.mails.filter(({ group }) => group === "html");
    const withPicture = html.filter(({ trait }) => trait === "picture");
    expect(html.filter(({ aim }) => asked.has(aim.n)).map(({ name }) => name)).toEqual(
      withPicture.map(({ name }) => name),
    );
    for (const { headers } of server.asked) {
      expect(headers).toMatchObject(byProxy);
      expect(headers).not.toHaveProperty("cookie");
      expect(headers).not.toHaveProperty("referer");
    }
  });

  await test.step("as text and as its source", async () => {
    for (const threadId of inbox.threadIds) {
      await page.goto(`/inbox/${threadId}`);
      await isAwake(page);
      const newest = page.locator("article[data-message]").last();
      await newest.getByRole("button", { name: "More for this message" }).click();
      await page.getByRole("menuitem", { name: "Raw source" }).click();
      await expect(newest.locator("pre")).toContainText("Message-ID:");
      await newest.getByRole("button", { name: "Plain", exact: true }).click();
      await expect(newest.locator("pre")).toHaveCount(0);
    }
    expect(seen.trouble).toEqual([]);
  });
});

test.describe("pasted", () => {
  // The browser names each handler that it reads in a document where nothing can run.
  const HANDLER = /Executing inline event handler violates/;
  test.use({ expectedErrors: HANDLER });

  test("hostile HTML that is pasted into the editor leaves nothing there, and asks nobody", async ({ page }) => {
    const seen = await watch(page);
    const former = server.asked.length;
    await page.goto(`/inbox/${inbox.threadIds[0]}`);
    await isAwake(page);
    const composer = await startReply(page);
    const upload = `<img src="${server.url}/api/uploads/00000000-0000-4000-8000-000000000000">`;
    const pieces = [...inbox.mails.filter(({ group }) => group === "html").map(({ html }) => html), upload];
    for (let from = 0; from < pieces.length; from += 20) {
      await pasteAll(composer.text, pieces.slice(from, from + 20));
      expect(await foundIn(page, "[data-composer] .ProseMirror")).toEqual([]);
      await clearText(composer.text);
    }
    await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
    seen.trouble = seen.trouble.filter((what) => !HANDLER.test(what));
    // The pictures of the mail that stands above are wanted by now, and come through the app whenever they will.
    const pictures = seen.pictures.filter(({ by }) => by === "page");
    expect({ ...seen, pictures }).toEqual({ trouble: [], pictures: [] });
    expect(server.asked.length - former, "requests to another server").toBe(0);
  });
});

test("hostile files are looked at and offered, and none of them opens here", async ({ page }) => {
  const seen = await watch(page);
  const former = server.asked.length;
  const threads = await Promise.all(inbox.threadIds.map((threadId) => threadOf(page, threadId)));
  const { id, messages } = threads.find(({ messages: all }) => all.some((each) => each.id === inbox.allFilesId))!;
  const { attachments } = messages.find((message) => message.id === inbox.allFilesId)!;
  expect(attachments.length).toBeGreaterThan(35);
  await unfold(page, id);
  const files = page.locator(`article[data-message="${inbox.allFilesId}"]`).getByRole("list", { name: "Files" });
  await files.getByRole("button").first().click();
  const dialog = page.getByRole("dialog");
  const hanging = attachments.filter(({ isInline }) => !isInline);
  for (const [index, { fileName }] of hanging.entries()) {
    if (index > 0) await page.keyboard.press("ArrowRight");
    await expect(dialog.getByRole("heading", { level: 2 })).toHaveText(fileName);
    // What is still read is drawn as bars that nobody is told of.
    await expect(dialog.locator("section > div[aria-hidden]")).toHaveCount(0);
  }
  await page.waitForTimeout(500);
  await page.keyboard.press("Escape");
  for (const { id: fileId } of threads.flatMap((thread) => thread.messages.flatMap((each) => each.attachments)))
    for (const query of ["", "?inline=1"]) {
      const headers = (await page.request.get(attachmentPath(fileId) + query)).headers();
      expect(headers["content-type"]).toMatch(/^(?:application\/(?:octet-stream|json)|image\/(?:png|jpeg|gif|webp))/);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none';.* sandbox$/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  // The pictures of this sender are wanted by now: they come through the app.
  expect(seen.trouble).toEqual([]);
  for (const { headers } of server.asked.slice(former)) expect(headers).toMatchObject(byProxy);
});

test("where nothing guards it the same mail fires, and the frame's own guard alone holds all of it", async ({
  browser,
  request,
}) => {
  const thread = await threadOf({ request }, inbox.threadIds[0]!);
  const frame = `/api/messages/${thread.messages.find(({ hasHtml }) => hasHtml)!.id}/frame`;
  const { "content-security-policy": policy = "" } = (await request.get(frame)).headers();
  const bare = await stageHostileHtml(browser, { headers: {}, sandbox: null });
  const guarded = await stageHostileHtml(browser, { headers: { "content-security-policy": policy }, sandbox: null });

  expect(bare.asked.size, "vectors that asked another server").toBeGreaterThan(60);
  expect(bare.ran.size, "vectors that ran").toBeGreaterThan(40);
  expect(guarded).toMatchObject({ asked: new Set(), ran: new Set() });

  const count = (pattern: RegExp) =>
    watched.flatMap(({ trouble }) => trouble).filter((each) => pattern.test(each)).length;
  const html = inbox.mails.filter(({ group }) => group === "html").length;
  process.stdout.write(
    `      hostile mail: ${html} HTML, ${inbox.mails.length - html} text, header and file-name vectors: ${count(/ran|refused/)} scripts, ${count(/^dialog/)} dialogs, ${count(/^request/)} requests; unguarded, ${bare.ran.size} run and ${bare.asked.size} ask\n`,
  );
});
