import type { ListFilters } from "@/lib/domain/list-filters";
import { expect, test } from "./fixtures";
import { goToThread, isAwake, threadOf, rowsOf } from "./steps/threads";
import { listOf } from "./steps/triage";

test.use({ role: "sdr" });

test("lists are addresses: switching asks the server for rows alone, and back and forward lead where one was", async ({
  page,
}) => {
  const { categories } = (await (await page.request.get("/api/threads/filters")).json()) as ListFilters;
  const category = categories[0]!;
  const nav = page.getByRole("navigation", { name: "Main navigation" });
  const heading = listOf(page).root.getByRole("heading", { level: 1 });
  const [row] = await rowsOf(page, { limit: 1 });
  await goToThread(page, await threadOf(page, row!.id));
  await nav.getByRole("link", { name: /^Inbox/ }).click();
  await expect(page).toHaveURL(/\/inbox$/);
  await listOf(page).row(row!.id).click();
  await page.waitForURL(`**/inbox/${row!.id}`);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));

  await nav.getByRole("link", { name: /^Unassigned/ }).click();
  await expect(heading).toHaveText("Unassigned");
  await expect(page).toHaveURL(/\/inbox\?view=unassigned$/);
  await expect(page).toHaveTitle(/^(\(\d+\) )?Unassigned · Threadwell$/);
  await nav.getByRole("link", { name: new RegExp(`^${category.name}`) }).click();
  await expect(heading).toHaveText(category.name);
  await expect(nav.locator("[aria-current]")).toContainText(category.name);
  expect(asked.filter((path) => path.startsWith("/inbox"))).toEqual([]);

  await page.goBack();
  await expect(heading).toHaveText("Unassigned");
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/inbox/${row!.id}$`));
  await expect(heading).toHaveText("Inbox");
  await page.goForward();
  await expect(heading).toHaveText("Unassigned");
  await expect(page.getByText("Nothing is open")).toBeVisible();
});

test("a link of the navigation opens in a tab of its own, as any link", async ({ page, context }) => {
  await page.goto("/inbox");
  const link = page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: /^Done/ });
  const [tab] = await Promise.all([context.waitForEvent("page"), link.click({ modifiers: ["ControlOrMeta"] })]);

  await expect(tab).toHaveURL(/view=done$/);
  await expect(page).toHaveURL(/\/inbox$/);
  await expect(listOf(tab).root.getByRole("heading", { level: 1 })).toHaveText("Done");
  await tab.close();
});

test("panes are resized by key and by pointer, folded, and are as they were after a reload", async ({ page }) => {
  const [row] = await rowsOf(page, { limit: 1 });
  await goToThread(page, await threadOf(page, row!.id));
  const widthOf = async (pane: string) => (await page.locator(`[data-pane="${pane}"]`).boundingBox())!.width;
  const list = page.getByRole("separator", { name: "Width of the list" });
  const lead = page.getByRole("separator", { name: "Width of the lead panel" });
  await expect(list).toHaveAttribute("aria-valuenow", "364");

  await list.focus();
  await page.keyboard.press("ArrowRight");
  await expect(list).toHaveAttribute("aria-valuenow", "380");
  await page.keyboard.press("Home");
  await expect.poll(() => widthOf("list")).toBe(300);
  await lead.focus();
  await page.keyboard.press("End");
  await expect.poll(() => widthOf("lead")).toBe(360);
  const { x, y } = (await list.boundingBox())!;
  await page.mouse.move(x + 4, y + 200);
  await page.mouse.down();
  await page.mouse.move(x + 44, y + 200, { steps: 4 });
  await page.mouse.up();
  await expect(list).toHaveAttribute("aria-valuenow", "340");

  await page.reload();
  await expect.poll(() => widthOf("list")).toBe(340);
  await expect.poll(() => widthOf("lead")).toBe(360);
  await isAwake(page);
  await page.keyboard.press("]");
  await expect(page.locator("[data-pane='lead']")).toBeHidden();
  await page.reload();
  await expect(page.getByRole("region", { name: "Thread", exact: true })).toBeVisible();
  await expect(page.locator("[data-pane='lead']")).toBeHidden();
  await isAwake(page);
  await list.dblclick();
  await expect(list).toHaveAttribute("aria-valuenow", "364");
});

test("how one works is chosen in the settings and counts in the list at once", async ({ page }) => {
  await page.goto("/settings/profile");
  const rows = page.getByLabel("Rows of the list");
  const heightOfRow = async () => (await page.locator("[data-thread]").first().boundingBox())!.height;
  // A page that has just come hears no choice yet.
  await expect(async () => {
    await rows.selectOption("Three lines");
    // The first choice is said to be saved as well.
    const saved = page.waitForResponse((response) => /"compact"/.test(response.request().postData() ?? ""), {
      timeout: 2_000,
    });
    await Promise.all([saved, rows.selectOption("One line")]);
  }).toPass();

  await page
    .getByRole("navigation", { name: "Main navigation" })
    .getByRole("link", { name: /^Inbox/ })
    .click();
  await page.waitForURL("**/inbox");
  await expect.poll(heightOfRow).toBeLessThan(40);

  await page.goBack();
  // An earlier choice's "Saved" may still be on the page.
  const saved = page.waitForResponse((response) => response.request().method() === "POST" && response.ok());
  await rows.selectOption("Three lines");
  await saved;
  await page.goto("/inbox");
  await expect.poll(heightOfRow).toBeGreaterThan(60);
});

test("the theme is chosen once and holds from the first paint on", async ({ page, expectAccessible }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/inbox");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeFocused();

  const html = await (await page.request.get("/inbox")).text();
  expect(html).toMatch(/<html[^>]* data-theme="dark"/);
  await expectAccessible();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitemradio", { name: "As the system" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 760 }, hasTouch: true });

  test("four ways stand below, and everything else behind the last", async ({ page, expectAccessible }) => {
    await page.goto("/inbox");
    const bar = page.getByRole("navigation", { name: "Main navigation" });
    await bar.getByRole("link", { name: /^Mine/ }).tap();
    await expect(page).toHaveURL(/view=mine$/);

    await bar.getByRole("button", { name: "More" }).tap();
    const sheet = page.getByRole("dialog");
    await expect(sheet.getByRole("link", { name: /^Outbox/ })).toBeVisible();
    await expect(sheet.getByRole("heading", { name: "Mailboxes" })).toBeAttached();
    await expectAccessible();
    await sheet.getByRole("link", { name: /^Drafts/ }).tap();

    await expect(page).toHaveURL(/view=drafts$/);
    await expect(sheet).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
