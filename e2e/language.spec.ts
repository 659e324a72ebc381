import { expect, test } from "./fixtures";
import { violationsOf } from "./steps/accessibility";
import { deactivate, join } from "./steps/members";
import { expectFitting } from "./steps/overflow";
import { isAwake, rowsOf } from "./steps/threads";

test.use({ role: "manager", locale: "de-DE" });

// The member is shared with other journeys, which are English: German is the browser's here, and only English is chosen.
test("the app speaks the browser's language, dates and numbers with it, until another one is chosen", async ({
  page,
  expectAccessible,
}) => {
  const [row] = await rowsOf(page, { limit: 1 });
  await page.goto(`/inbox/${row!.id}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "de-DE");
  await expect(page.getByRole("navigation", { name: "Hauptnavigation" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Konversation", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Antworten/ }).first()).toBeVisible();
  await expect(page.locator("[data-pane='thread'] time[title]").first()).toHaveAttribute(
    "title",
    /^(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag,|^Mittwoch,/,
  );
  await expectAccessible();

  await isAwake(page);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Befehle" });
  await palette.getByRole("combobox").fill("sprache");
  await palette.getByRole("option", { name: "Sprache: English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
  await expect(page).toHaveURL(new RegExp(`/inbox/${row!.id}`));
  await expect(page.getByRole("region", { name: "Thread", exact: true })).toBeVisible();

  await page.goto("/settings/profile");
  await expect(async () => {
    await page.getByLabel("Language").selectOption("As in the browser", { timeout: 2_000 });
    await expect(page.locator("html")).toHaveAttribute("lang", "de-DE", { timeout: 5_000 });
  }).toPass();
  await expect(page.getByLabel("Sprache")).toHaveValue("browser");
});

test.describe("whoever has chosen German in an English browser", () => {
  test.use({ role: "admin", locale: "en-US" });

  test("writes, reads and chooses days and times in German, also in a filter and on a phone", async ({
    page: admin,
    browser,
  }) => {
    test.slow();
    const mark = Date.now();
    const name = `Lotte ${mark}`;
    const { page, errors, close } = await join(admin, browser, {
      name,
      email: `lotte-${mark}@sandbox.test`,
      role: "sdr",
    });
    const calendar = page.getByRole("dialog", { name: "Kalender öffnen" });
    const first = page.getByLabel("Erster Tag");
    const year = new Date().getFullYear() + 1;
    await page.goto("/settings/profile");
    expect(await page.evaluate(() => navigator.language)).toMatch(/^en/);
    await expect(async () => {
      await page.getByLabel("Language").selectOption("de", { timeout: 2_000 });
      await expect(page.locator("html")).toHaveAttribute("lang", "de-DE", { timeout: 5_000 });
    }).toPass();

    await test.step("a day is typed, and chosen by keys", async () => {
      await expect(first).toHaveAttribute("placeholder", "TT.MM.JJJJ");
      await first.fill(`24. Dez. ${year}`);
      await first.press("Tab");
      await expect(first).toHaveValue(`24.12.${year}`);
      await first.press("Alt+ArrowDown");
      await expect(calendar.getByRole("grid", { name: `Dezember ${year}` })).toBeVisible();
      await expect(calendar.getByRole("button", { name: /24\. Dezember/ })).toBeFocused();
      expect(await violationsOf(page, "whole")).toEqual([]);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await expect(calendar).toBeHidden();
      await expect(first).toHaveValue(`25.12.${year}`);
      await expect(first).toBeFocused();
    });

    await test.step("what cannot be read stays, is marked and is not sent", async () => {
      const last = page.getByLabel("Letzter Tag");
      await last.fill("irgendwann");
      await page.getByRole("button", { name: "Tage hinzufügen" }).click();
      await expect(last).toBeFocused();
      await expect(last).toHaveValue("irgendwann");
      await expect(last).toHaveAccessibleDescription(/^Das ist kein Tag\./);
      await last.fill(`${year}-12-27`);
      await page.keyboard.press("Enter");
      await expect(page.getByText(`25. Dez. ${year} bis 27. Dez. ${year}`)).toBeVisible();
      await expect(first).toHaveValue("");
    });

    await test.step("a time is typed, and chosen from the list", async () => {
      const until = page.getByLabel("Bis", { exact: true });
      await until.fill("5pm");
      await until.press("Tab");
      await expect(until).toHaveValue("17:00");
      await until.press("ArrowDown");
      const times = page.getByRole("listbox", { name: "Zeiten zeigen" });
      await expect(times.getByRole("option", { name: "17:00" })).toHaveAttribute("aria-selected", "true");
      await until.press("ArrowDown");
      expect(await violationsOf(page, "whole")).toEqual([]);
      await until.press("Enter");
      await expect(times).toBeHidden();
      await expect(until).toHaveValue("17:30");
    });

    await test.step("a month that stands over a filter closes by itself", async () => {
      await page.goto("/inbox");
      await isAwake(page, page.locator("[data-filter-button]"));
      await page.getByRole("button", { name: "Liste filtern" }).click();
      const filter = page.getByRole("dialog", { name: "Liste filtern" });
      await filter.getByRole("button", { name: "Kalender öffnen" }).first().click();
      await expect(calendar.getByRole("grid")).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(calendar).toBeHidden();
      await filter.getByRole("button", { name: "Kalender öffnen" }).first().click();
      await calendar.getByRole("button", { name: "Heute", exact: true }).click();
      await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d/);
      await expect(filter.getByLabel("Von")).toHaveValue(/^\d\d\.\d\d\.\d{4}$/);
      await page.keyboard.press("Escape");
      await expect(filter).toBeHidden();
    });

    await test.step("on a phone a month fits, with room for a finger", async () => {
      const context = await browser.newContext({
        storageState: await page.context().storageState(),
        baseURL: process.env.E2E_URL!,
        viewport: { width: 360, height: 760 },
        hasTouch: true,
        isMobile: true,
      });
      const phone = await context.newPage();
      await phone.goto("/settings/profile");
      await isAwake(phone, phone.getByRole("button", { name: "Tage hinzufügen" }));
      await phone.getByRole("button", { name: "Kalender öffnen" }).last().tap();
      const month = phone.getByRole("dialog", { name: "Kalender öffnen" });
      const day = await month.getByRole("gridcell").getByRole("button").last().boundingBox();
      expect(Math.min(day!.width, day!.height)).toBeGreaterThanOrEqual(44);
      const box = await month.boundingBox();
      expect(box!.x).toBeGreaterThanOrEqual(0);
      expect(box!.x + box!.width).toBeLessThanOrEqual(360);
      await expectFitting(phone, "with a month");
      expect(await violationsOf(phone, "whole")).toEqual([]);
      await month.getByRole("button", { name: "Heute", exact: true }).tap();
      await expect(month).toBeHidden();
      await expect(phone.getByLabel("Letzter Tag")).toHaveValue(/^\d\d\.\d\d\.\d{4}$/);
      await context.close();
    });

    expect(errors).toEqual([]);
    await close();
    await deactivate(admin, name);
  });
});

test.describe("a stranger", () => {
  test.use({ role: null });

  test("is asked to sign in in the browser's language", async ({ page }) => {
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name: "Anmelden" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "de-DE");
  });
});
