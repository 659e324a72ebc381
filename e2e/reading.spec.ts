import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { MessageView } from "@/lib/domain/message-view";
import { expect, test } from "./fixtures";
import { composerOf, pressSendTwice, replyCard, startReply } from "./steps/composer";
import { deliveriesOf } from "./steps/deliveries";
import { goToThread, rowsOf, threadOf, threadWith } from "./steps/threads";

test.use({ role: "sdr" });

test("a thread of two hundred messages opens at the newest, and the older ones unfold", async ({ page }) => {
  const thread = await threadWith(page, { campaign: 12345 }, ({ messages }) => messages.length > 150, {
    isLikely: ({ messageCount }) => messageCount > 150,
  });
  await goToThread(page, thread);

  const newest = page.locator(`[data-message="${thread.messages.at(-1)!.id}"]`);
  await expect(newest).toBeInViewport();
  await expect(newest.locator("iframe")).toHaveCount(thread.messages.at(-1)!.hasHtml ? 1 : 0);
  const folded = page.getByRole("button", { name: /^\d+ more$/ });
  await expect(folded).toHaveText(/1\d\d more/);
  await folded.click();
  await expect(page.locator("[data-message]")).toHaveCount(thread.messages.length);
});

test("designed mail keeps its light card, and no request leaves the app on the way", async ({ page, baseURL }) => {
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${baseURL}/`)) outside.push(request.url());
  });
  const { thread, designed } = await designedMail(page, 12390);

  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/inbox?view=all&campaign=12390");
  await goToThread(page, thread);
  const message = page.locator(`[data-message="${designed.id}"]`);
  if ((await message.getAttribute("aria-expanded")) === "false") await message.click();
  const frame = message.locator("iframe");
  await expect(frame).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(frame).toHaveAttribute("sandbox", /^(?!.*allow-scripts)/);
  await expect.poll(async () => (await frame.boundingBox())!.height).toBeGreaterThan(200);
  const headers = (await page.request.get(`/api/messages/${designed.id}/frame`)).headers();
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect(headers["content-security-policy"]).not.toMatch(/img-src[^;]*https?:/);
  expect(outside).toEqual([]);
  // A message's own page names no icon; browsers ask for one all the same.
  const icon = await page.request.get("/favicon.ico");
  expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, "image/svg+xml"]);

  // A key held down in a frame is one press, as it is outside.
  await frame.contentFrame().locator("body").focus();
  await page.keyboard.down("]");
  await page.keyboard.down("]");
  await expect(page.getByRole("button", { name: "Show the lead" })).toBeVisible();
  await page.keyboard.up("]");
});

/** The first message of a campaign that keeps its card: its frame says so. */
async function designedMail(page: Page, campaign: number) {
  for (const { id } of await rowsOf(page, { view: "all", campaign, limit: 100 })) {
    const thread = await threadOf(page, id);
    const [first] = thread.messages;
    const frame = first?.hasHtml ? await page.request.get(`/api/messages/${first.id}/frame`) : null;
    if (first && (await frame?.text())?.includes('data-kind="designed"')) return { thread, designed: first };
  }
  throw new Error(`Campaign ${campaign} has no designed mail`);
}

const REMOTE = "https://tracker.test/x";
/** What would load something, had the sanitiser let it through. */
const LOADERS = `<style>@import url("${REMOTE}");@font-face{font-family:f;src:url(${REMOTE})}b{font-family:f}</style>
<link rel="stylesheet" href="${REMOTE}"><link rel="prefetch" href="${REMOTE}"><meta http-equiv="refresh" content="0;url=${REMOTE}">
<b style="background:url(${REMOTE})">Words</b><img src="${REMOTE}"><img srcset="${REMOTE} 1x, ${REMOTE} 2x">
<picture><source srcset="${REMOTE}"><img alt=""></picture><table background="${REMOTE}"><tr><td>Cell</td></tr></table>
<video poster="${REMOTE}" src="${REMOTE}" autoplay></video><audio src="${REMOTE}" autoplay></audio>
<svg><image href="${REMOTE}"/></svg><input type="image" src="${REMOTE}"><object data="${REMOTE}"></object><embed src="${REMOTE}">
<iframe src="${REMOTE}"></iframe><script src="${REMOTE}"></script><script>fetch("${REMOTE}")</script><img src="x" onerror="fetch('${REMOTE}')">`;

test.describe("with mail that no sanitiser has seen", () => {
  test.use({ expectedErrors: /Content Security Policy|Blocked script execution|sandboxed|Failed to load resource/ });

  test("the frame's own policy lets nothing out and runs nothing", async ({ page, baseURL }) => {
    const outside: string[] = [];
    const refused: string[] = [];
    page.on("console", (message) => message.text().includes("Content Security Policy") && refused.push(message.text()));
    await page.route(
      (url) => url.origin !== baseURL,
      (route) => {
        outside.push(route.request().url());
        return route.abort();
      },
    );
    await page.route("**/api/messages/*/frame", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace("</body>", `${LOADERS}</body>`) });
    });
    const thread = await threadWith(page, {}, ({ messages }) => messages.at(-1)!.hasHtml);
    await goToThread(page, thread);

    const frame = page.locator(`[data-message="${thread.messages.at(-1)!.id}"] iframe`);
    await expect(frame).toHaveCSS("opacity", "1");
    await expect(frame.contentFrame().getByText("Words", { exact: true })).toBeVisible();
    await expect.poll(() => refused.length, "what the frame's policy refused").toBeGreaterThan(4);
    expect(outside).toEqual([]);
  });
});

test("a message's file is downloaded as it was sent, and never opens on this address", async ({ page }) => {
  const filesOf = ({ attachments }: MessageView) =>
    attachments.filter(({ isInline, contentType }) => !isInline && !contentType.startsWith("image/"));
  const thread = await threadWith(
    page,
    {},
    ({ messages }) => messages.slice(-2).some((each) => filesOf(each).length > 0),
    { isLikely: ({ hasAttachments }) => hasAttachments },
  );
  const file = thread.messages.flatMap(filesOf).at(-1)!;
  await goToThread(page, thread);
  const link = page.getByRole("list", { name: "Files" }).getByRole("link", { name: file.fileName }).last();
  // Frames that grow would move the link away under the press.
  for (const frame of await page.locator("iframe").all()) await expect(frame).toHaveCSS("opacity", "1");
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);

  expect(download.suggestedFilename()).toBe(file.fileName);
  const response = await page.request.get((await link.getAttribute("href"))!);
  expect(await response.body()).toEqual(readFileSync(await download.path()));
  expect(response.headers()).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": expect.stringMatching(/^attachment; filename/),
    "content-security-policy": expect.stringMatching(/^default-src 'none';.* sandbox$/),
    "x-content-type-options": "nosniff",
  });
});

test("a bounce names the address that it concerns, and an absence says that a machine wrote it", async ({ page }) => {
  const bounced = await threadWith(page, {}, ({ messages }) => messages.at(-1)!.bounces.length > 0, {
    category: "bounce",
  });
  await goToThread(page, bounced);
  await expect(
    page.getByRole("article").getByText(`Not delivered to ${bounced.messages.at(-1)!.bounces[0]!.recipient}`),
  ).toBeVisible();
  await expect(page.getByText(/^Address bounced /)).toBeVisible();

  const away = await threadWith(page, {}, ({ messages }) => messages.at(-1)!.isAutomatic, { category: "ooo" });
  await goToThread(page, away);
  const answer = page.locator(`[data-message="${away.messages.at(-1)!.id}"]`);
  await expect(answer.getByText(/^(automatic|away, back on \w{3} \d{1,2} \w{3})$/)).toBeVisible();
  expect(away.isAwaitingAnswer).toBe(false);
  expect(away.categoryWhy).toMatchObject({ source: "rule" });
  await page.locator("[data-thread-header]").getByRole("button", { name: "Category: Out Of Office" }).hover();
  await expect(page.locator("[data-tip-bubble]")).toContainText("Because: ");
});

test("mail that runs from right to left keeps its direction", async ({ page }) => {
  const thread = await threadWith(page, { campaign: 12390 }, ({ subject }) => /[\u0600-\u06ff]/.test(subject));
  await goToThread(page, thread);

  const { id, hasHtml, visibleText } = thread.messages.at(-1)!;
  const message = page.locator(`[data-message="${id}"]`);
  const words = (hasHtml ? message.frameLocator("iframe") : message).getByText(visibleText.split("\n")[0]!).first();
  await expect(words).toBeVisible();
  expect(await words.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
});

test("a stranger is answered, and becomes a lead of the mailbox's own campaign", async ({ page, request }) => {
  const [row] = await rowsOf(page, { view: "untracked" });
  const thread = await threadOf(page, row!.id);
  await goToThread(page, thread);
  await expect(page.getByText("A reply makes")).toBeVisible();
  const composer = await startReply(page);
  await composer.text.fill("Good of you to write.");
  await expect(composer.saved).toBeVisible();
  expect(await pressSendTwice(page)).toBe(1);
  await replyCard(page, "undo").getByRole("button", { name: "Send now" }).click();
  await expect(composerOf(page).root).toBeHidden();
  await expect(replyCard(page)).toHaveCount(0);

  const answered = await threadOf(page, thread.id);
  expect(answered).toMatchObject({
    kind: "lead",
    campaign: { isDirect: true },
    lead: { email: thread.contact.address },
  });
  const ours = answered.messages.findLast(({ direction }) => direction === "out")!;
  expect((await deliveriesOf(request, ours.messageId)).map(({ recipients }) => recipients)).toEqual([
    [thread.contact.address],
  ]);
});
