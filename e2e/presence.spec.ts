import type { Browser, Page } from "@playwright/test";
import { expect, test, watchConsole } from "./fixtures";
import { composerOf, replyCard, startReply } from "./steps/composer";
import { CAMPAIGN, goToThread, isAwake, threadOf, waitingThread } from "./steps/threads";
import { listOf } from "./steps/triage";

test.use({ role: "sdr" });

const SEARCH = `?campaign=${CAMPAIGN.presence}`;
const headerOf = (page: Page) => page.locator("[data-thread-header]");

type State = Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>;

/** The manager, in a browser of her own; her console must stay as quiet. */
async function hanna(browser: Browser, storageState: State) {
  const context = await browser.newContext({ storageState, baseURL: process.env.E2E_URL! });
  const page = await context.newPage();
  const errors = watchConsole(page);
  const leave = async () => {
    expect(errors).toEqual([]);
    await context.close();
  };
  return { page, leave };
}

test("list and thread say who else reads and who writes, and leaving ends it", async ({ page, browser, stateOf }) => {
  const thread = await waitingThread(page, CAMPAIGN.presence, 5);
  const manager = await hanna(browser, await stateOf("manager"));
  await page.goto(`/inbox${SEARCH}`);
  const row = listOf(page).row(thread.id);
  await row.waitFor();
  const { height } = (await row.boundingBox())!;

  await goToThread(manager.page, thread, SEARCH);
  await expect(row).toContainText("Hanna is reading");
  await expect(headerOf(manager.page)).not.toContainText("is reading");

  await goToThread(page, thread, SEARCH);
  await expect(headerOf(page)).toContainText("Hanna is reading");
  await expect(headerOf(manager.page)).toContainText("Ines is reading");

  const composer = await startReply(manager.page);
  await composer.text.pressSequentially("Shall we say Tuesday?");
  await expect(headerOf(page)).toContainText("Hanna is writing");
  await expect(row).toContainText("Hanna is writing");
  expect((await row.boundingBox())!.height).toBe(height);

  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(row).toContainText("Hanna is reading");
  await manager.page.goto("/settings/profile");
  await expect(row).not.toContainText("Hanna is");
  await expect(headerOf(page)).not.toContainText("Hanna is");
  await manager.leave();
});

test("of two who answer at once the second is held with both texts, and leaves when its author has read them", async ({
  page,
  browser,
  stateOf,
  expectAccessible,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.presence, 6);
  const manager = await hanna(browser, await stateOf("manager"));
  await goToThread(page, thread, SEARCH);
  await goToThread(manager.page, thread, SEARCH);
  const mine = await startReply(page);
  const hers = await startReply(manager.page);
  await mine.text.pressSequentially("Monday suits us well.");
  await hers.text.pressSequentially("Let us meet on Tuesday.");
  await expect(mine.root.getByText("Hanna is writing here")).toBeVisible();
  await expect(hers.root.getByText("Ines is writing here")).toBeVisible();

  await manager.page.keyboard.press("ControlOrMeta+Enter");
  await expect(hers.root).toBeHidden();
  await expect(mine.root.locator("[data-beside]")).toContainText(/Hanna (has a reply on its way for|replied)/);
  await mine.text.focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.keyboard.press("ControlOrMeta+Enter");

  const held = replyCard(page, "held");
  await expect(held).toContainText(/Held, Hanna (answered|has an answer on its way)/);
  await expect(held).toContainText("Monday suits us well.");
  await expect(held).toContainText("Let us meet on Tuesday.");
  await expectAccessible();
  await expect(replyCard(manager.page, "held")).toContainText("Monday suits us well.");
  await expect(replyCard(manager.page, "held").getByRole("button", { name: /Send/ })).toHaveCount(0);

  // The calendar has it among what needs somebody, with the ways out.
  await page.goto("/schedule");
  const trouble = page.getByRole("region", { name: /Needs you/ }).getByRole("listitem");
  const move = trouble.filter({ hasText: thread.contact.name }).getByRole("button", { name: "Move" });
  await isAwake(page, move);
  await move.click();
  await expect(page.getByRole("button", { name: /^Tomorrow morning/ })).toBeVisible();

  await goToThread(page, thread, SEARCH);
  await held.getByRole("button", { name: "Send mine as well" }).click();
  await expect(held).toBeHidden();
  const texts = async () => (await threadOf(page, thread.id)).messages.map(({ text }) => text).join("\n");
  await expect.poll(texts, { timeout: 60_000 }).toContain("Monday suits us well.");
  await expect.poll(texts, { timeout: 60_000 }).toContain("Let us meet on Tuesday.");
  await manager.leave();
});

test("who has read the teammate's reply in the composer sends as well, and nothing is held", async ({
  page,
  browser,
  stateOf,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.presence, 7);
  const manager = await hanna(browser, await stateOf("manager"));
  await goToThread(page, thread, SEARCH);
  const mine = await startReply(page);
  await mine.text.pressSequentially("Monday suits us well.");
  await goToThread(manager.page, thread, SEARCH);
  const hers = await startReply(manager.page);
  await hers.text.pressSequentially("Let us meet on Tuesday.");
  await hers.send.click();
  await expect(hers.root).toBeHidden();

  const line = mine.root.locator("[data-beside]");
  await line.getByRole("button", { name: "Show" }).click();
  await expect(line).toContainText("Let us meet on Tuesday.");
  await line.getByRole("button", { name: "I have read it" }).click();
  await expect(line).toBeHidden();
  await expect(mine.text).toBeFocused();
  await expect(mine.send).toHaveText("Send as well");
  await mine.send.click();

  const own = replyCard(page, "undo").filter({ hasText: "Monday suits us well." });
  await own.getByRole("button", { name: "Undo" }).click();
  await composerOf(page).root.getByRole("button", { name: "Throw the draft away" }).click();
  await manager.leave();
});
