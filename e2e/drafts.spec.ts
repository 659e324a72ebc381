import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { composerOf, replyCard, startReply } from "./steps/composer";
import { CAMPAIGN, goToThread, isAwake, openThread, rowsOf, threadWith, waitingThread } from "./steps/threads";

test.use({ role: "sdr" });

const bodyOf = async (page: Page, threadId: number) => (await openThread(page, threadId)).draft?.content.bodyHtml;
const throwAway = (page: Page) => composerOf(page).root.getByRole("button", { name: "Throw the draft away" }).click();

/** Keeps what a page sends to the thread that stands in it on its way. @returns what lets it go */
async function holdActions(page: Page, threadId: number): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(`**/inbox/${threadId}**`, async (route) => {
    if (route.request().method() === "POST") await promise;
    await route.fallback();
  });
  return resolve;
}

/** Begins a reply and has it saved. */
async function write(page: Page, words: string) {
  const composer = await startReply(page);
  await composer.text.fill(words);
  await expect(composer.saved).toBeVisible();
  return composer;
}

/** Leaves for another thread of the list as it stands on the page: what has come since waits above it. */
async function leave(page: Page, threadId: number): Promise<void> {
  const drawn = page.locator("[data-thread]");
  await drawn.first().waitFor();
  const ids = await drawn.evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset["thread"])));
  const rows = await rowsOf(page, { view: "all", limit: 40 });
  const other = rows.find(({ id, hasAttachments }) => id !== threadId && !hasAttachments && ids.includes(id))!;
  await page.locator(`[data-thread="${other.id}"]`).click();
  const shown = page.getByRole("region", { name: "Thread", exact: true });
  await expect(shown.getByRole("heading", { name: other.subject, level: 1 })).toBeVisible();
  await isAwake(page);
}

test.describe("two devices", () => {
  let device: Page;
  test.beforeEach(async ({ browser, stateOf }) => {
    const context = await browser.newContext({ storageState: await stateOf("sdr"), baseURL: process.env.E2E_URL! });
    device = await context.newPage();
  });
  test.afterEach(() => device.context().close());

  test("what one has corrected does not leave in the older version of the other", async ({ page }) => {
    const thread = await waitingThread(page, CAMPAIGN.drafts, 17);
    await goToThread(page, thread);
    const composer = await write(page, "Version 1");
    await goToThread(device, thread);
    await composerOf(device).text.fill("Version 2");
    await expect.poll(() => bodyOf(device, thread.id)).toContain("Version 2");

    await composer.send.click();
    await expect(composer.root.getByText(/changed in another window at \d\d:\d\d/)).toBeVisible();
    await expect(composer.root.getByText("Choose first which version stays")).toBeVisible();
    expect((await openThread(page, thread.id)).thread.replies).toEqual([]);

    await composer.root.getByRole("button", { name: "Keep the other" }).click();
    await expect(composer.text).toHaveText("Version 2");
    await composer.send.click();
    await expect(replyCard(page)).toContainText("Version 2");
    expect(await bodyOf(page, thread.id)).toBeUndefined();
    await page.getByRole("button", { name: /^Undo/ }).first().click();
    await throwAway(page);
  });

  test("a draft that the other one has begun is thrown away as that one", async ({ page }) => {
    const thread = await waitingThread(page, CAMPAIGN.drafts, 18);
    await goToThread(page, thread);
    const letGo = await holdActions(page, thread.id);
    const composer = await startReply(page);
    await composer.text.fill("On the laptop");
    await goToThread(device, thread);
    await write(device, "On the phone");

    letGo();
    await composer.root.getByRole("button", { name: "Keep the other" }).click();
    await expect(composer.text).toHaveText("On the phone");
    await throwAway(page);
    await expect.poll(() => bodyOf(page, thread.id)).toBeUndefined();
    await expect(composer.root).toBeHidden();
  });

  test("words that are not saved yet stay in sight when the other one throws the draft away", async ({ page }) => {
    const thread = await waitingThread(page, CAMPAIGN.drafts, 19);
    await goToThread(device, thread);
    await write(device, "Begun.");
    await goToThread(page, thread);
    const composer = composerOf(page);
    await expect(composer.text).toHaveText("Begun.");
    const letGo = await holdActions(page, thread.id);
    await composer.text.press("ControlOrMeta+End");
    await page.keyboard.type(" And this.");
    const isRead = page.waitForResponse(`**/api/threads/${thread.id}`);
    await throwAway(device);
    await isRead;
    await expect.poll(() => bodyOf(page, thread.id)).toBeUndefined();
    await expect(composer.text).toHaveText("Begun. And this.");
    letGo();
    await expect(composer.root.getByText(/thrown away or handed over/)).toBeVisible();
    await expect(composer.text).toHaveText("Begun. And this.");
    await throwAway(page);
  });
});

test("a draft that is taken back stands beside or below what was begun since, and never in its place", async ({
  page,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.drafts, 17);
  await goToThread(page, thread, "?view=all");
  const undo = page.getByRole("button", { name: /^Undo/ }).first();
  await write(page, "First try.");
  await throwAway(page);
  await undo.hover();
  await page.keyboard.press("r");
  const composer = composerOf(page);
  await expect(composer.text).toBeFocused();
  await page.keyboard.type("Second try.");
  await expect.poll(() => bodyOf(page, thread.id)).toContain("Second try.");
  await leave(page, thread.id);
  await undo.click();
  await expect(page.getByText("Another draft was begun here meanwhile.").first()).toBeVisible();
  expect(await bodyOf(page, thread.id)).toBe("<p>Second try.</p>");

  await goToThread(page, thread, "?view=all");
  await composer.root.getByRole("button", { name: "Keep both" }).click();
  await expect(composer.text).toHaveText(/First try\..*Second try\./s);
  await expect.poll(() => bodyOf(page, thread.id)).toMatch(/First try\..*Second try\./s);

  // And where the later one is not all saved.
  await throwAway(page);
  await undo.hover();
  const letGo = await holdActions(page, thread.id);
  await page.keyboard.press("r");
  await expect(composer.text).toBeFocused();
  await page.keyboard.type("Third try.");
  await undo.click();
  await expect(composer.text).toHaveText(/Third try\..*First try\..*Second try\./s);
  letGo();
  await expect.poll(() => bodyOf(page, thread.id)).toMatch(/Third try\..*First try\..*Second try\./s);
  await throwAway(page);
});

test("what is typed while a forward's files are on their way is whom it goes to, and nobody's once its thread was left", async ({
  page,
}) => {
  const hasFile = ({ messages, smartlead, replies }: Awaited<ReturnType<typeof openThread>>["thread"]) =>
    !smartlead && replies.length === 0 && messages.at(-1)!.attachments.some(({ isInline }) => !isInline);
  const thread = await threadWith(page, { campaign: CAMPAIGN.drafts }, hasFile, {
    isLikely: (row) => row.hasAttachments,
  });
  const composer = composerOf(page);
  for (const isLeft of [false, true]) {
    await goToThread(page, thread, "?view=all");
    const letGo = await holdActions(page, thread.id);
    await page.keyboard.press("f");
    await page.keyboard.type("ben@partner.test");
    if (!isLeft) {
      letGo();
      await expect(composer.field("To")).toHaveValue("ben@partner.test");
      await expect(composer.field("To")).toBeFocused();
      await throwAway(page);
      await expect(composer.root).toBeHidden();
      continue;
    }
    await leave(page, thread.id);
    letGo();
    await page.keyboard.press("r");
    await expect(composer.text).toBeFocused();
    await expect(composer.text).toHaveText("");
    await page.keyboard.press("Escape");
  }
});

test("a reply that was begun by mistake leaves nothing behind, one that has a word is put aside", async ({ page }) => {
  const thread = await waitingThread(page, CAMPAIGN.drafts, 20);
  await goToThread(page, thread);
  const composer = await startReply(page);
  const aside = page.getByRole("button", { name: /^Draft/ });
  await page.keyboard.press("Escape");
  await expect(composer.root).toBeHidden();
  // To all, where their message has a Cc.
  await expect(page.locator("button:focus")).toHaveAccessibleName(/^Reply/);
  await expect(aside).toHaveCount(0);

  await page.keyboard.press("Shift+P");
  await expect(page.locator("[data-message]:focus, [data-message] :focus")).toHaveCount(1);
  await page.keyboard.press("f");
  await expect(composer.field("To")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(composer.root).toBeHidden();
  await expect(aside).toHaveCount(0);
  expect((await openThread(page, thread.id)).draft).toBeNull();

  await page.keyboard.press("r");
  await page.keyboard.type("A word");
  await page.keyboard.press("Escape");
  await expect(aside).toContainText("A word");
  await aside.click();
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(page.getByText("Draft thrown away").first()).toBeVisible();
});
