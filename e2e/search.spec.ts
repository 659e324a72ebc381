import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { threadPane } from "./steps/inbox";
import { rowsOf, threadWith } from "./steps/threads";

test.use({ role: "manager" });

const fieldOf = (page: Page) => page.getByRole("combobox", { name: "Search threads" });
const rowsIn = (page: Page) => page.locator("[data-thread]");
const barOf = (page: Page) => page.getByRole("region", { name: "Search in this thread" });

/** What the browser paints over the text of a thread, in the page and in the frames of messages. */
const paintedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const frames = [...document.querySelectorAll("iframe")].map(({ contentWindow }) => contentWindow);
    const views = [window, ...frames] as (Window & typeof globalThis)[];
    return views
      .flatMap(({ CSS: css }) => [...css.highlights.values()].flatMap((highlight) => [...highlight]))
      .map((range) => (range as Range).toString().toLowerCase());
  });

test("words and operators narrow the list, and what was found is marked in it", async ({ page, expectAccessible }) => {
  await page.goto("/inbox?view=all");
  await fieldOf(page).click();
  await fieldOf(page).pressSequentially('"thank you" has:f');
  const choices = page.getByRole("listbox", { name: "Suggestions" });
  await expect(choices.getByRole("option", { name: "has:file" })).toBeVisible();
  await expectAccessible();
  await page.keyboard.press("Tab");
  await expect(fieldOf(page)).toHaveValue('"thank you" has:file ');
  await expect(choices).toBeHidden();
  await expect(fieldOf(page)).toBeFocused();

  await expect(page.getByText(/^\d+\+? threads? in \d+ ms$/)).toBeVisible();
  await expect(rowsIn(page).locator("mark").first()).toHaveText(/^thank you$/i);
  const found = await rowsOf(page, { view: "all", q: '"thank you" has:file' });
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ hasAttachments }) => hasAttachments)).toBe(true);
  await expectAccessible();
});

test("the words stay marked in the thread until Esc, also in a frame, and arrows walk among them", async ({ page }) => {
  const q = '"thank you"';
  const often = ({ text }: { text: string }) => (text.match(/thank you/gi) ?? []).length;
  const thread = await threadWith(page, { q }, ({ messages }) => {
    const hits = messages.filter((message) => /\bthank you\b/i.test(message.visibleText || message.text));
    return hits.length > 1 && hits.some(({ hasHtml }) => hasHtml) && hits.every((message) => often(message) < 20);
  });
  await page.goto(`/inbox/${thread.id}?view=all&q=${encodeURIComponent(q)}`);

  await expect(barOf(page)).toContainText("“thank you”");
  await expect(barOf(page).getByRole("status")).toHaveText(/^1 of ([2-9]|\d\d) in this thread$/);
  await expect.poll(() => paintedIn(page)).toContain("thank you");
  await barOf(page).getByRole("button", { name: "Next hit" }).click();
  await expect(barOf(page).getByRole("status")).toHaveText(/^2 of /);
  await page.keyboard.press("Control+Shift+g");
  await expect(barOf(page).getByRole("status")).toHaveText(/^1 of /);

  await threadPane(page).getByRole("heading", { level: 1 }).click();
  await page.locator("[data-thread-scroller]").focus();
  await page.keyboard.press("Escape");
  await expect(barOf(page)).toBeHidden();
  await expect.poll(() => paintedIn(page)).toEqual([]);
  await expect(fieldOf(page)).toHaveValue(q);
});

test("a search that found nothing says where it looked and what there is elsewhere", async ({
  page,
  expectAccessible,
}) => {
  const [row] = await rowsOf(page, { view: "all", campaign: 12345 });
  await page.goto("/inbox?view=all&campaign=12390");
  await fieldOf(page).fill(row!.address);

  await expect(page.getByRole("heading", { name: `No thread has “${row!.address}” in these filters` })).toBeVisible();
  await expect(page.getByText(/^There (is|are) \d+ elsewhere\.$/)).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Search everywhere" }).click();
  await expect(rowsIn(page).first()).toContainText(row!.name);

  await fieldOf(page).fill('from:zzyzx "unclosed phrase');
  await expect(page.getByRole("heading", { name: "No thread has “from:zzyzx unclosed phrase”" })).toBeVisible();
  await page.getByRole("button", { name: "Clear the search" }).last().click();
  await expect(rowsIn(page).first()).toBeVisible();
});

test("mail that was put aside is offered where nothing else has the words", async ({ page, expectAccessible }) => {
  const [row] = await rowsOf(page, { view: "inbox", q: "is:bulk" });
  await page.goto("/inbox?view=all");
  await fieldOf(page).fill(`from:${row!.address}`);

  await expect(page.getByText(/^There (is|are) \d+ threads? with it in mail that was put aside/)).toBeVisible();
  await expectAccessible();
  await page.getByRole("button", { name: "Show mail that was put aside" }).click();
  await expect(fieldOf(page)).toHaveValue(`is:bulk from:${row!.address}`);
  await expect(page.locator(`[data-thread="${row!.id}"]`)).toBeVisible();
  await page.locator(`[data-thread="${row!.id}"]`).click();
  await expect(threadPane(page)).toContainText(row!.subject);
});

test("searches of before are offered in the empty field, and one is taken with the keys", async ({ page }) => {
  await page.goto("/inbox?view=all");
  for (const q of ["is:unread", "is:important"]) {
    await fieldOf(page).fill(q);
    await page.keyboard.press("Enter");
    await expect(rowsIn(page).first()).toBeFocused();
  }
  await page.goBack();
  await expect(fieldOf(page)).toHaveValue("is:unread");
  await page.goForward();
  await expect(fieldOf(page)).toHaveValue("is:important");
  await fieldOf(page).fill("");

  const recent = page.getByRole("listbox", { name: "Recent searches" });
  await expect(recent.getByRole("option")).toHaveText(["is:important", "is:unread"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(fieldOf(page)).toHaveValue("is:unread");
  await expect(page).toHaveURL(/q=is:unread/);
  await page.keyboard.press("Escape");
  await expect(fieldOf(page)).toHaveValue("");
});
