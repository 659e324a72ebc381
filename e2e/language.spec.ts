import { expect, test } from "./fixtures";
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

test.describe("a stranger", () => {
  test.use({ role: null });

  test("is asked to sign in in the browser's language", async ({ page }) => {
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name: "Anmelden" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "de-DE");
  });
});
