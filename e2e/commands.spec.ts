import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { composerOf, replyCard } from "./steps/composer";
import { rowOf } from "./steps/inbox";
import { keyboardOf } from "./steps/keyboard";
import { CAMPAIGN, goToThread, threadOf, waitingThread } from "./steps/threads";

test.use({ role: "sdr" });

/** The palette and what a person does in it with keys. */
function paletteOf(page: Page) {
  const root = page.getByRole("dialog", { name: "Commands" });
  const field = root.getByRole("combobox");
  const option = (name: string | RegExp) => root.getByRole("option", { name });
  return {
    root,
    field,
    option,
    async open() {
      // A page that has just come hears nothing yet.
      await expect(async () => {
        await page.keyboard.press("Control+k");
        await expect(field).toBeFocused({ timeout: 2_000 });
      }).toPass();
    },
    /** Types until the wanted command is the one that Enter runs, and runs it. */
    async run(typed: string, name: string | RegExp) {
      await this.open();
      await page.keyboard.type(typed);
      await expect(option(name)).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("Enter");
      await expect(root).toBeHidden();
    },
  };
}

for (const [key, dialog] of [
  ["Control+k", "Commands"],
  ["?", "Keyboard shortcuts"],
] as const)
  test(`${key} that is pressed before the page is awake is answered as soon as it is`, async ({ page }) => {
    const thread = await waitingThread(page, CAMPAIGN.commands, 0);
    let pressed = Promise.resolve();
    await page.route("**/_next/static/**/*.js", async (route) => {
      await pressed;
      await route.fallback();
    });
    // A busy machine may take longer than a press is remembered.
    await expect(async () => {
      let wake = () => {};
      pressed = new Promise<void>((resolve) => (wake = resolve));
      await page.goto(`/inbox/${thread.id}`, { waitUntil: "commit" });
      await page.getByRole("heading", { name: thread.subject }).first().waitFor();
      await page.keyboard.press(key);
      wake();
      await expect(page.getByRole("dialog", { name: dialog })).toBeVisible({ timeout: 5_000 });
    }).toPass();
  });

test("the sheet lists the keys that work here, and single keys can be switched off", async ({
  page,
  expectAccessible,
}) => {
  const keys = keyboardOf(page);
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const search = page.locator("[data-search]");
  const thread = await waitingThread(page, CAMPAIGN.commands, 0);
  await goToThread(page, thread);
  await keys.pressUntilFocused("/", search);
  // The field takes words before it hears keys.
  await expect(async () => {
    await keys.press("Enter");
    await expect(search).not.toBeFocused({ timeout: 1_000 });
  }).toPass();

  await page.keyboard.press("?");
  await expect(sheet).toBeVisible();
  for (const [name, shown] of [
    ["Next thread", "J"],
    ["Mark as done", "E"],
    ["Reply", "R"],
    ["Find a command or a thread", "Ctrl K"],
  ] as const)
    await expect(sheet.locator("dl > div").filter({ has: page.getByText(name, { exact: true }) })).toContainText(shown);
  await expectAccessible();

  await sheet.getByRole("switch", { name: "Single-key shortcuts" }).press("Space");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await keys.expectFocusInSight();
  await page.keyboard.press("/");
  await expect(search).not.toBeFocused();

  await paletteOf(page).run("shortcuts", /^Keyboard shortcuts/);
  await sheet.getByRole("switch", { name: "Single-key shortcuts" }).press("Space");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.goto("/inbox");
  await keys.pressUntilFocused("j", page.locator("[data-thread]:focus"));
  await page.keyboard.press("?");
  for (const [name, shown] of [
    ["Forward", "F"],
    ["Add a note", "N"],
    ["Next message", "⇧ N"],
  ] as const)
    await expect(sheet.locator("dl > div").filter({ has: page.getByText(name, { exact: true }) })).toContainText(shown);
  await page.keyboard.press("Escape");
  await keys.pressUntilFocused("/", search);
});

test("the palette goes to a list, finds a thread, and marks it as done; z takes that back", async ({
  page,
  expectAccessible,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.commands, 1);
  const palette = paletteOf(page);
  const keys = keyboardOf(page);
  await page.goto("/inbox");
  await expect(page.locator("[data-thread]").first()).toBeVisible();

  await palette.open();
  await expectAccessible();
  await page.keyboard.press("Escape");
  await expect(palette.root).toBeHidden();
  await palette.run("unass", /^Unassigned/);
  await page.waitForURL(/view=unassigned/);

  await palette.open();
  await page.keyboard.type(thread.contact.address);
  await expect(palette.option(thread.subject).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/inbox/${thread.id}`));
  await expect(page.getByRole("heading", { name: thread.subject })).toBeVisible();

  await palette.run("mark done", /^Mark as done/);
  await expect.poll(async () => (await threadOf(page, thread.id)).isArchived).toBe(true);
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await keys.expectFocusInSight();
  await page.keyboard.press("z");
  await expect.poll(async () => (await threadOf(page, thread.id)).isArchived).toBe(false);
});

test("search, open, reply, plan, send, take back and go on need keys alone", async ({ page }) => {
  const thread = await waitingThread(page, CAMPAIGN.commands, 2);
  const composer = composerOf(page);
  const palette = paletteOf(page);
  const keys = keyboardOf(page);
  await page.goto("/inbox?view=all");
  await keys.pressUntilFocused("/", page.locator("[data-search]"));
  await keys.type(thread.contact.address);
  await expect(page.locator("[data-thread]").first()).toHaveAttribute("data-thread", String(thread.id));
  await page.keyboard.press("Escape");
  await page.goto("/inbox?view=all&q=" + encodeURIComponent(thread.contact.address));
  await expect(rowOf(page, thread.subject).first()).toBeVisible();
  await keys.pressUntilFocused("j", page.locator(`[data-thread="${thread.id}"]`));
  await keys.press("o");
  await page.waitForURL(new RegExp(`/inbox/${thread.id}`));
  await expect(page.getByRole("heading", { name: thread.subject })).toBeVisible();

  await keys.pressUntilFocused("r", composer.text);
  await keys.type("Monday suits me.");
  await palette.run("time to send", /^Choose a time to send/);
  const words = page.getByRole("textbox", { name: "Time in words" });
  await expect(words).toBeFocused();
  await page.keyboard.type("in 3 days");
  await page.keyboard.press("Enter");
  await expect(words).toBeHidden();
  await keys.expectFocusInSight();
  await page.keyboard.press("Control+Enter");

  const card = replyCard(page, "scheduled");
  await expect(card).toContainText("Monday suits me.");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await keys.expectFocusInSight();
  await page.keyboard.press("z");
  await expect(card).toHaveCount(0);
  await expect(composer.text).toContainText("Monday suits me.");

  await keys.pressUntilFocused("r", composer.text);
  await page.keyboard.press("Escape");
  await expect(composer.root).toBeHidden();
  await keys.expectFocusInSight();
  await page.keyboard.press("Escape");
  await expect(page.locator(`[data-thread="${thread.id}"]`)).toBeFocused();
  await page.keyboard.press("u");
  await page.waitForURL(/\/inbox\?/);
  await expect(page.locator(`[data-thread="${thread.id}"]`)).toBeFocused();
});

test("F6 walks through the parts of the screen and back", async ({ page }) => {
  const thread = await waitingThread(page, CAMPAIGN.commands, 3);
  const keys = keyboardOf(page);
  const pane = () => page.evaluate(() => document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane"));
  await goToThread(page, thread);
  await keys.pressUntilFocused("r", composerOf(page).text);

  const forward: unknown[] = [];
  for (let step = 0; step < 5; step++) {
    forward.push(await pane());
    await keys.press("F6");
  }
  const back: unknown[] = [];
  for (let step = 0; step < 5; step++) {
    back.push(await pane());
    await keys.press("Shift+F6");
  }

  expect(forward).toEqual(["composer", "lead", "navigation", "list", "thread"]);
  expect(back).toEqual(["composer", "thread", "list", "navigation", "lead"]);
});
