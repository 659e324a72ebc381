import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectFitting } from "./steps/overflow";
import { CAMPAIGN } from "./steps/threads";

const sheetOf = (page: Page) => page.getByRole("dialog", { name: "Threads behind the figure" });

test.describe("for who leads a team", () => {
  test.use({ role: "manager" });

  test("figures of other days open the threads behind them, and leave as a file", async ({
    page,
    expectAccessible,
  }) => {
    await page.goto("/inbox");
    await expect(page.getByRole("list", { name: "Threads" })).toBeVisible();
    await page.keyboard.press("g");
    await page.keyboard.press("n");
    await page.waitForURL("**/insights");
    await expect(page.getByRole("heading", { name: "Insights", level: 1 })).toBeVisible();

    // Days that are over, in a campaign: what the sandbox's leads write meanwhile changes nothing in them.
    await page.getByLabel("Days", { exact: true }).selectOption({ label: "Last 90 days" });
    await page.waitForURL(/from=\d{4}-\d\d-\d\d/);
    await page.getByLabel("Days", { exact: true }).selectOption({ label: "Other days" });
    const over = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("To", { exact: true }).fill(over);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("to") === over);
    await page.getByLabel("All campaigns").selectOption(String(CAMPAIGN.keyboard));
    await page.waitForURL((url) => url.searchParams.get("campaign") === String(CAMPAIGN.keyboard));
    await expect(page.locator(".opacity-60")).toHaveCount(0);
    const replies = page.locator('[data-figure="replies~all"]');
    await expect(replies).toBeVisible();
    const count = Number((await replies.innerText()).replaceAll(",", ""));
    expect(count).toBeGreaterThan(0);

    await replies.click();
    const sheet = sheetOf(page);
    await expect(sheet.getByRole("status")).toHaveText(
      count === 1 ? "1 thread" : `${count.toLocaleString("en")} threads`,
    );
    const rows = sheet.locator("[data-thread]");
    for (let shown = await rows.count(); shown < count; shown = await rows.count()) {
      await sheet.getByRole("button", { name: "Show more" }).click();
      await expect.poll(() => rows.count()).toBeGreaterThan(shown);
    }
    await expect(rows).toHaveCount(count);
    await expectAccessible();
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(replies).toBeFocused();

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download the figures as CSV" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^insights-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
    expect(lines[0]).toBe("\uFEFFblock,group,name,figure,value,before");
    expect(lines.find((line) => line.startsWith("replies,all,,replies,"))).toMatch(
      new RegExp(`^replies,all,,replies,${count},`),
    );
    expect(lines.some((line) => line.startsWith("people,person,"))).toBe(true);
  });

  test("days from a later to an earlier one are named once, and nothing is asked of them", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (/\/api\/insights\?/.test(request.url())) asked.push(request.url());
    });
    await page.goto("/insights?from=2026-12-10&to=2026-11-28");
    await expect(page.getByRole("main").getByRole("alert")).toHaveCount(1);
    await expect(page.getByText(/compared with/)).toHaveCount(0);
    expect(asked).toEqual([]);
    await page.getByLabel("Days", { exact: true }).selectOption({ label: "Last 7 days" });
    await expect(page.locator('[data-figure="waiting~all"]')).toBeVisible();
    await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
  });

  test("the figures are readable in both themes, wide and on a phone", async ({ page, expectAccessible }) => {
    await page.goto("/insights");
    await expect(page.getByRole("heading", { name: "People", level: 2 })).toBeVisible();
    await expect(
      page.locator('[data-chart="answers"] svg').or(page.getByText("No answers in this span.")).first(),
    ).toBeVisible();
    await expect(page.locator("[aria-hidden] .animate-appear")).toHaveCount(0);
    for (const width of [1440, 360])
      for (const colorScheme of ["light", "dark"] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await expectAccessible();
        await expectFitting(page, `at ${width} px`);
        const hours = page.locator('[data-chart="hours"]');
        expect(await hours.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBeLessThanOrEqual(0);
      }
  });
});

test.describe("for who answers leads", () => {
  test.use({ role: "sdr" });

  test("figures come without the table of people, and hours of work are one's own to say", async ({ page }) => {
    await page.goto("/insights");
    await expect(page.getByRole("heading", { name: "Categories by week" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "People", level: 2 })).toHaveCount(0);

    await page.goto("/settings/profile");
    const hours = page.locator("form", { has: page.getByRole("heading", { name: "Working hours" }) });
    await hours.getByLabel("Until").fill("17:30");
    await hours.getByRole("button", { name: "Save the hours" }).click();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.reload();
    await expect(hours.getByLabel("Until")).toHaveValue("17:30");
  });
});
