import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { violationsOf } from "./steps/accessibility";
import { expect, test, watchConsole } from "./fixtures";
import { answerByApi } from "./steps/live";
import { CAMPAIGN, goToThread, isAwake, waitingThread } from "./steps/threads";

test.use({ role: "sdr" });

const noteForm = (page: Page) => page.locator("section[data-note-form]");
const bell = (page: Page) => page.getByRole("navigation").getByRole("link", { name: /^Notifications/ });
const unreadOf = async (page: Page): Promise<number> =>
  ((await (await page.request.get("/api/notifications/unread")).json()) as { unread: number }).unread;
/** The bell says as many as the server has, and that is not fewer than `least`. */
const expectUnread = (page: Page, least: number) =>
  expect(async () => {
    const unread = await unreadOf(page);
    expect(unread).toBeGreaterThanOrEqual(least);
    await expect(bell(page)).toHaveAccessibleName(unread === 0 ? "Notifications" : `Notifications ${unread} unread`, {
      timeout: 500,
    });
  }).toPass({ timeout: 15_000 });

async function managersPage(browser: Browser, state: BrowserContextOptions, to = "/inbox") {
  const context = await browser.newContext({ ...state, baseURL: process.env.E2E_URL! });
  const page = await context.newPage();
  const errors = watchConsole(page);
  await page.goto(to);
  await bell(page).waitFor();
  return { page, errors, close: () => context.close() };
}

test("a colleague who is named in a note with a file counts it at once, and opens it from the list", async ({
  page,
  browser,
  stateOf,
  expectAccessible,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.notes, 9);
  const manager = await managersPage(browser, { storageState: await stateOf("manager") });
  const before = await unreadOf(manager.page);
  await goToThread(page, thread);
  const words = `zoltan ${Date.now()}`;

  await page.keyboard.press("n");
  const form = noteForm(page);
  const field = form.getByRole("textbox", { name: "Note for the team" });
  await expect(field).toBeFocused();
  await page.keyboard.type("Look at this, @han");
  await expect(page.getByRole("option", { name: "Hanna Vester" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type(`please: ${words}`);
  await expect(field).toHaveValue(`Look at this, @Hanna Vester please: ${words}`);
  await expectAccessible();
  const file = { name: "halls.csv", mimeType: "text/csv", buffer: Buffer.from("hall;kW") };
  await form.locator('input[type="file"]').setInputFiles(file);
  await expect(form.getByText("halls.csv")).toBeVisible();
  await expect(form.getByRole("button", { name: "Add note" })).toBeEnabled();
  await field.focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(form).toBeHidden();
  const note = page.getByRole("note").filter({ hasText: words });
  await expect(note).toContainText("Only your team sees this");
  await expectAccessible();

  await expectUnread(manager.page, before + 1);
  await manager.page.keyboard.press("g");
  await manager.page.keyboard.press("l");
  const line = manager.page.getByRole("link", { name: `Ines Moreau mentioned you in ${thread.subject}` }).first();
  await expect(line).toContainText("Unread:");
  expect(await violationsOf(manager.page, "whole")).toEqual([]);
  await line.click();
  const theirs = manager.page.getByRole("note").filter({ hasText: words });
  await expect(theirs).toBeFocused();
  await expect(theirs).toBeInViewport();
  await expect(theirs).toContainText("@Hanna Vester");
  const download = manager.page.waitForEvent("download");
  await theirs.getByRole("link", { name: /halls\.csv/ }).click();
  expect((await download).suggestedFilename()).toBe("halls.csv");
  await expect.poll(() => unreadOf(manager.page)).toBe(before);

  await note.getByRole("button", { name: "Edit the note" }).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(`Changed ${words}`);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(theirs).toContainText(`Changed ${words}`);
  await theirs.getByRole("button", { name: "Remove the note" }).click();
  await manager.page.getByRole("dialog").getByRole("button", { name: "Remove the note" }).click();
  await expect(theirs).toBeHidden();
  await expect(note).toBeHidden();
  expect(manager.errors).toEqual([]);
  await manager.close();
});

test.describe("without a server", () => {
  test.use({ expectedErrors: /ERR_FAILED/ });

  test("the words of a note stay when it is not saved, when its form is closed and when the page is loaded anew", async ({
    page,
  }) => {
    const thread = await waitingThread(page, CAMPAIGN.notes, 9);
    // Who can be named may come later than the press that saves.
    let answer = () => {};
    const isPressed = new Promise<void>((resolve) => (answer = resolve));
    await page.route("**/colleagues", async (route) => {
      await isPressed;
      await route.fallback();
    });
    await goToThread(page, thread);
    await page.keyboard.press("n");
    const field = noteForm(page).getByRole("textbox", { name: "Note for the team" });
    await expect(field).toBeFocused();
    await page.keyboard.type("Not yet for anybody");
    await page.route("**/inbox/**", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await page.keyboard.press("ControlOrMeta+Enter");
    answer();
    await expect(noteForm(page).getByRole("alert")).toContainText("Your words are kept");
    await expect(field).toHaveValue("Not yet for anybody");
    await page.unroute("**/inbox/**");

    await page.keyboard.press("Escape");
    await expect(noteForm(page)).toBeHidden();
    await page.reload();
    await isAwake(page);
    await page.keyboard.press("n");
    await expect(field).toHaveValue("Not yet for anybody");
    await field.clear();
  });
});

test("a task is given and told of, stands in the list of what is to do, and is ticked with Undo", async ({
  page,
  browser,
  stateOf,
  expectAccessible,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.notes, 10);
  const manager = await managersPage(browser, { storageState: await stateOf("manager") });
  const before = await unreadOf(manager.page);
  const title = `Send the figures ${Date.now()}`;
  await goToThread(page, thread);

  await page.keyboard.press("Shift+T");
  const form = page.getByRole("form", { name: "Add a task" });
  await expect(form.getByLabel("What is to be done")).toBeFocused();
  await page.keyboard.type(title);
  // Words that say no day are not taken for none.
  await form.getByLabel("Due").fill("someday");
  await expect(form.getByRole("button", { name: "Add task" })).toBeDisabled();
  await form.getByLabel("Due").fill("today");
  await expect(form.getByText(/^Due \w+ \d+ \w+$/)).toBeVisible();
  await form.getByLabel("Who").selectOption({ label: "Hanna Vester" });
  await expectAccessible();
  await form.getByRole("button", { name: "Add task" }).click();
  const panel = page.locator('[data-pane="lead"]');
  await expect(panel.getByRole("checkbox", { name: `Done: ${title}` })).toBeVisible();
  await expect(panel.getByRole("list", { name: "Timeline" })).toContainText(title);

  await expectUnread(manager.page, before + 1);
  await manager.page.goto("/tasks");
  const own = manager.page.getByRole("listitem").filter({ hasText: title });
  await expect(own).toContainText("Today");
  expect(await violationsOf(manager.page, "whole")).toEqual([]);
  const box = own.getByRole("checkbox");
  await expect(async () => {
    if (await box.isVisible()) await box.click({ timeout: 1_000 });
    await expect(own).toBeHidden({ timeout: 2_000 });
  }).toPass();
  await expect(panel.getByRole("checkbox", { name: `Open again: ${title}` })).toBeChecked();
  await manager.page.getByRole("button", { name: "Undo" }).click();
  await expect(own).toBeVisible();
  await own.getByRole("button", { name: `Remove: ${title}` }).click();
  await expect(panel.getByRole("checkbox", { name: title })).toHaveCount(0);
  await expect(panel.getByRole("list", { name: "Timeline" })).not.toContainText(title);
  await manager.page.goto("/notifications");
  await isAwake(manager.page, manager.page.locator("[data-notifications]"));
  await manager.page.getByRole("button", { name: "Mark all as read" }).click();
  await expectUnread(manager.page, 0);
  expect(manager.errors).toEqual([]);
  await manager.close();
});

test("who follows a thread is told when its lead answers", async ({ page, browser, stateOf }) => {
  const thread = await waitingThread(page, CAMPAIGN.notes, 11);
  const manager = await managersPage(browser, { storageState: await stateOf("manager") }, `/inbox/${thread.id}`);
  await isAwake(manager.page);

  await manager.page.keyboard.press("Shift+W");
  await expect(manager.page.getByText("You are told when they answer")).toBeVisible();
  await expect(manager.page.locator('[data-pane="lead"]').getByRole("button", { name: "Stop" })).toBeVisible();
  await answerByApi(page, process.env.E2E_URL!, thread);

  await manager.page.goto("/notifications");
  const told = manager.page.getByRole("link", { name: `answered in ${thread.subject}, which you follow` });
  await expect(told.first()).toBeVisible({ timeout: 30_000 });
  expect(manager.errors).toEqual([]);
  await manager.close();
});

test("notes, tasks and notifications fit a phone", async ({ page, expectAccessible }) => {
  const thread = await waitingThread(page, CAMPAIGN.notes, 10);
  await page.setViewportSize({ width: 360, height: 740 });
  await goToThread(page, thread);
  await page.getByRole("button", { name: "More for this thread" }).click();
  await page.getByRole("menuitem", { name: "Add a note" }).click();
  await expect(noteForm(page).getByRole("textbox")).toBeFocused();
  await expectAccessible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  for (const path of ["/notifications", "/tasks"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});
