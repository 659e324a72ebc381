import { expect, test } from "./fixtures";
import { CAMPAIGN, rowsOf } from "./steps/threads";
import { categoriesOf, goToList, listOf, toastsOf } from "./steps/triage";

test.use({ role: "sdr" });

test("what is pressed right after a menu was asked for is done in it, also while its code is on its way", async ({
  page,
}) => {
  const [row] = await rowsOf(page, { view: "open", campaign: CAMPAIGN.triage, limit: 1 });
  const categories = await categoriesOf(page);
  const wanted = categories.findIndex(({ id }) => id !== row!.category?.id);
  const list = listOf(page);
  await page.route("**/_next/static/**", async (route) => {
    if ((await page.locator("[data-thread]").count()) > 0) await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await goToList(page, `/inbox?view=open&campaign=${CAMPAIGN.triage}`, row!.id);

  await page.keyboard.press("l");
  await page.keyboard.press(String(wanted + 1));
  await expect(list.menu).toBeHidden();
  await expect(list.row(row!.id)).toContainText(categories[wanted]!.name);
  await expect(list.row(row!.id)).toBeFocused();
  await page.keyboard.press("z");
  await expect(toastsOf(page)).toContainText("As it was before");

  await page.keyboard.press("h");
  await page.keyboard.type("tomorrow 9am");
  await expect(page.getByRole("dialog").getByRole("textbox").first()).toHaveValue("tomorrow 9am");
});
