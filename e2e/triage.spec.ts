import { expect, signedIn, test, watchConsole } from "./fixtures";
import type { ThreadPage } from "@/lib/domain/thread-view";
import { CAMPAIGN, rowsOf, threadOf } from "./steps/threads";
import { categoriesOf, goToList, listOf, swipe, toastsOf } from "./steps/triage";

test.use({ role: "sdr" });

const LIST = { view: "open", campaign: CAMPAIGN.triage };
const PATH = `/inbox?view=open&campaign=${CAMPAIGN.triage}`;

test("three threads are chosen by key and by range, get a category by key, and the undo tells what a colleague has changed", async ({
  page,
  browser,
  stateOf,
}) => {
  const rows = await rowsOf(page, { ...LIST, limit: 3 });
  const [first, second, third] = [rows[0]!, rows[1]!, rows[2]!];
  const categories = await categoriesOf(page);
  const had = [first, second, third].map(({ category }) => category?.id);
  const [wanted, other] = categories.filter(({ id }) => !had.includes(id));
  const list = listOf(page);
  await goToList(page, PATH, first.id);

  await page.keyboard.press("x");
  await expect(list.bar).toContainText("1 selected");
  await list.row(third.id).click({ modifiers: ["Shift"] });
  await expect(list.bar).toContainText("3 selected");
  await page.keyboard.press("l");
  await expect(list.menu).toContainText("Category for 3 threads");
  await page.keyboard.press(String(categories.indexOf(wanted!) + 1));

  await expect(toastsOf(page)).toContainText(`3 threads are now ${wanted!.name}`);
  // As long as the pointer lies on it, the undo is offered.
  await toastsOf(page).getByText(`3 threads are now`).hover();
  for (const { id } of [first, second, third]) await expect(list.row(id)).toContainText(wanted!.name);

  const colleague = await browser.newContext({ storageState: await stateOf("manager"), baseURL: process.env.E2E_URL! });
  const theirPage = await colleague.newPage();
  const theirErrors = watchConsole(theirPage);
  const { user } = (await (await colleague.request.get("/api/auth/session")).json()) as { user: { name: string } };
  await goToList(theirPage, PATH, second.id);
  await theirPage.keyboard.press("l");
  await expect(listOf(theirPage).menu).toBeVisible();
  await theirPage.keyboard.press(String(categories.indexOf(other!) + 1));
  await expect(toastsOf(theirPage)).toContainText(`Category: ${other!.name}`);

  await page.keyboard.press("z");
  await expect(toastsOf(page)).toContainText(`2 as before, 1 left as ${user.name} set it`);
  await expect(list.row(second.id)).toContainText(other!.name);
  const after = await rowsOf(page, { ...LIST, limit: 100 });
  expect([first, second, third].map(({ id }) => after.find((row) => row.id === id)?.category?.id)).toEqual([
    had[0],
    other!.id,
    had[2],
  ]);
  expect(theirErrors).toEqual([]);
  await colleague.close();
});

test("all in view are marked at once, and one undo takes all of it back", async ({ page }) => {
  const [first] = await rowsOf(page, { ...LIST, limit: 1 });
  const list = listOf(page);
  await goToList(page, PATH, first!.id);

  // What is in view at the press: another journey may have a thread leave the list and come back.
  const asked = page.waitForResponse(/\/api\/threads\/ids\?/);
  await page.keyboard.press("ControlOrMeta+a");
  const answer = await asked;
  expect(Object.fromEntries(new URL(answer.url()).searchParams)).toEqual({
    view: "open",
    campaign: String(CAMPAIGN.triage),
  });
  const { ids } = (await answer.json()) as { ids: number[] };
  await expect(list.bar).toContainText(`${ids.length} selected`);
  const already = (await rowsOf(page, { view: "important", campaign: CAMPAIGN.triage, limit: 100 })).length;
  await list.bar.getByRole("button", { name: "Important" }).click();

  const changed = ids.length - already;
  await expect(toastsOf(page)).toContainText(
    already === 0 ? `${changed} threads marked as important` : `${changed} changed, ${already} left`,
  );
  await page.keyboard.press("Escape");
  await expect(list.bar).toBeHidden();
  await page.keyboard.press("z");
  await expect(toastsOf(page)).toContainText(`${changed} threads as they were before`);
  expect(await rowsOf(page, { view: "important", campaign: CAMPAIGN.triage, limit: 100 })).toHaveLength(already);
});

test("after a thread is done the next one opens, and the undo brings it back to the list", async ({ page }) => {
  const rows = await rowsOf(page, { ...LIST, limit: 4 });
  const [done, next] = [rows[2]!, rows[3]!];
  const list = listOf(page);
  await goToList(page, PATH, done.id);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/inbox/${done.id}`));
  await expect(page.getByRole("heading", { name: done.subject })).toBeVisible();

  await page.keyboard.press("e");

  await expect(page).toHaveURL(new RegExp(`/inbox/${next.id}`));
  await expect(list.row(done.id)).toBeHidden();
  await expect(page.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("z");
  await expect(list.row(done.id)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/inbox/${done.id}`));
  await expect(list.row(done.id)).toBeFocused();
});

test("where a done thread stays in the list keys are about the one that opened, and each undo takes back one step", async ({
  page,
}) => {
  const query = { view: "all", campaign: CAMPAIGN.triage };
  const rows = await rowsOf(page, { ...query, limit: 50 });
  const place = rows.findIndex((row, index) => !row.isArchived && rows[index + 1]?.isArchived === false);
  const [done, next] = [rows[place]!, rows[place + 1]!];
  const categories = await categoriesOf(page);
  const [one, other] = categories.filter(({ id, name }) => id !== next.category?.id && !/not contact/i.test(name));
  const list = listOf(page);
  await goToList(page, `/inbox?view=all&campaign=${CAMPAIGN.triage}`, done.id);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: done.subject })).toBeVisible();

  await page.keyboard.press("e");
  await expect(page).toHaveURL(new RegExp(`/inbox/${next.id}`));
  await expect(list.row(done.id)).toBeVisible();
  await expect(list.row(next.id)).toBeFocused();
  for (const { id, name } of [one!, other!]) {
    await page.keyboard.press("l");
    await expect(list.menu).toBeVisible();
    await page.keyboard.press(String(categories.findIndex((each) => each.id === id) + 1));
    await expect(list.row(next.id)).toContainText(name);
    await expect(list.row(next.id)).toBeFocused();
  }
  // At once, also while the server has not answered yet.
  await page.keyboard.press("z");
  await page.keyboard.press("z");
  await expect.poll(async () => (await threadOf(page, next.id)).category?.id).toBe(next.category?.id);
  await expect(toastsOf(page)).not.toContainText("left as");
  expect((await threadOf(page, done.id)).isArchived).toBe(true);
});

test("a thread that was opened in Unread stays where it stood while it is open, and the keys are about it", async ({
  page,
}) => {
  const unread = { view: "unread", campaign: CAMPAIGN.triage };
  const [before, opened, next] = await rowsOf(page, { ...unread, limit: 3 });
  const list = listOf(page);
  await goToList(page, `/inbox?view=unread&campaign=${CAMPAIGN.triage}`, opened!.id);
  const isGone = page.waitForResponse(async (response) => {
    if (!new URL(response.url()).searchParams.get("ids")?.includes(String(opened!.id))) return false;
    return ((await response.json()) as ThreadPage).rows.length === 0;
  });
  await page.keyboard.press("Enter");
  await isGone;

  await expect(list.row(opened!.id)).toBeFocused();
  const order = await list.root
    .locator("[data-thread]")
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-thread"))));
  expect(order.indexOf(opened!.id) - order.indexOf(before!.id)).toBe(1);
  await page.keyboard.press("s");
  await expect.poll(async () => (await threadOf(page, opened!.id)).isImportant).toBe(!opened!.isImportant);
  await page.keyboard.press("j");
  await expect(page).toHaveURL(new RegExp(`/inbox/${next!.id}`));
  await expect(list.row(opened!.id)).toBeHidden();
});

test("what was done is taken back from a page that has not what takes it back, by whichever name of ours the app is open", async ({
  browser,
}) => {
  const baseURL = process.env.E2E_URL!.replace("127.0.0.1", "localhost");
  const context = await browser.newContext({ baseURL, storageState: await signedIn("sdr", baseURL) });
  const page = await context.newPage();
  const { id } = (await rowsOf(page, { ...LIST, limit: 6 }))[4]!;
  await goToList(page, PATH, id);
  await page.keyboard.press("e");
  await expect(listOf(page).row(id)).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("k");
  await page.waitForURL("**/tasks");
  await page.keyboard.press("z");
  await expect(toastsOf(page)).toContainText("As it was before");
  expect((await threadOf(page, id)).isArchived).toBe(false);
  await context.close();
});

test("filters stand in the address, each with a way out, and back leads through them", async ({ page }) => {
  await page.goto("/inbox?view=all");
  const filters = page.getByRole("dialog", { name: "Filter the list" });
  await expect(async () => {
    await page.getByRole("button", { name: "Filter the list" }).click({ timeout: 1_000 });
    await expect(filters).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await filters.getByLabel("Assigned to").selectOption({ label: "Nobody" });
  await filters.getByLabel("Last message").selectOption({ label: "Last 30 days" });
  await filters.getByRole("button", { name: "Close" }).click();

  await expect(page).toHaveURL(/person=none.*from=\d{4}-\d\d-\d\d/);
  const held = page.getByRole("list", { name: "Filters of the list" });
  await expect(held).toContainText("Nobody");
  await expect(held).toContainText("Last 30 days");
  await held.getByRole("button", { name: "Remove the filter Last 30 days" }).click();
  await expect(page).not.toHaveURL(/from=/);
  await page.goBack();
  await expect(held).toContainText("Last 30 days");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a swipe to the right is done, a short one is not, one to the left snoozes, and the undo follows", async ({
    page,
  }) => {
    const row = (await rowsOf(page, { ...LIST, limit: 6 }))[5]!;
    const list = listOf(page);
    await page.goto(PATH);
    await list.row(row.id).scrollIntoViewIfNeeded();
    await expect(page.getByRole("link", { name: /^All/ })).toBeVisible();

    await swipe(page, list.row(row.id), 50);
    await expect(list.row(row.id)).toBeVisible();
    await expect(page).toHaveURL(/\/inbox\?/);
    await expect(async () => {
      // A swipe that was taken is not made again while its toast is on the way.
      if (await list.row(row.id).isVisible()) await swipe(page, list.row(row.id), 160);
      await expect(toastsOf(page)).toContainText("Done", { timeout: 2_000 });
    }).toPass();
    await expect(list.row(row.id)).toBeHidden();
    await toastsOf(page).getByRole("button", { name: "Undo" }).click();
    await expect(list.row(row.id)).toBeVisible();

    await swipe(page, list.row(row.id), -160);
    await page
      .getByRole("dialog", { name: "Snooze" })
      .getByRole("button", { name: /^Tomorrow morning/ })
      .click();
    await expect(toastsOf(page)).toContainText("Snoozed until tomorrow");
    // This list keeps what is snoozed, and a reply on its way outranks the word for it.
    const isSnoozed = async () => (await threadOf(page, row.id)).snooze !== null;
    await expect.poll(isSnoozed).toBe(true);
    await toastsOf(page).getByRole("button", { name: "Undo" }).first().click();
    await expect.poll(isSnoozed).toBe(false);
  });
});
