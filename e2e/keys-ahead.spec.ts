import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { startReply } from "./steps/composer";
import { CAMPAIGN, goToThread, rowsOf, threadOf, waitingThread } from "./steps/threads";
import { categoriesOf, goToList, listOf, toastsOf } from "./steps/triage";

test.use({ role: "sdr" });

const PATH = `/inbox?view=open&campaign=${CAMPAIGN.triage}`;
const rowsHere = (page: Page) => rowsOf(page, { view: "open", campaign: CAMPAIGN.triage, limit: 2 });

/** As fast as the keys go, one after the other. */
const type = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test("what is pressed right after a menu was asked for is done in it, also while its code is on its way", async ({
  page,
}) => {
  const [row] = await rowsHere(page);
  const categories = await categoriesOf(page);
  const wanted = categories.findIndex(({ id }) => id !== row!.category?.id);
  const list = listOf(page);
  await page.route("**/_next/static/**", async (route) => {
    if ((await page.locator("[data-thread]").count()) > 0) await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await goToList(page, PATH, row!.id);

  await type(page, "l", String(wanted + 1));
  await expect(list.menu).toBeHidden();
  await expect(list.row(row!.id)).toContainText(categories[wanted]!.name);
  await expect(list.row(row!.id)).toBeFocused();
  await page.keyboard.press("z");
  await expect(toastsOf(page)).toContainText("As it was before");

  await page.keyboard.press("h");
  await page.keyboard.type("tomorrow 9am");
  await expect(page.getByRole("dialog").getByRole("textbox").first()).toHaveValue("tomorrow 9am");
});

test("arrows, letters and Enter that come ahead of the menu choose as they would in it, and what follows is for the list", async ({
  page,
}) => {
  const [row, next] = await rowsHere(page);
  const categories = await categoriesOf(page);
  const list = listOf(page);
  const isReminded = async () => (await threadOf(page, row!.id)).reminder !== null;
  const categoryOf = async () => (await threadOf(page, row!.id)).category?.id;
  // The one that it has would look chosen before anything was.
  const had = await categoryOf();
  const [first, second] = [...categories.keys()].slice(1).filter((index) => categories[index]!.id !== had);
  await goToList(page, PATH, row!.id);

  await type(page, "l", ...Array.from({ length: first! + 1 }, () => "ArrowDown"), "Enter");
  await expect.poll(categoryOf).toBe(categories[first!]!.id);
  await expect(list.row(row!.id)).toBeFocused();

  await type(page, "l", String(second! + 1), "j");
  await expect.poll(categoryOf).toBe(categories[second!]!.id);
  await expect(list.row(next!.id)).toBeFocused();

  await list.row(row!.id).focus();
  await type(page, "h", "ArrowDown", "Enter");
  await expect.poll(isReminded).toBe(true);
  await expect(list.row(row!.id)).toBeFocused();
  await page.keyboard.press("z");
  await expect.poll(isReminded).toBe(false);

  await page.keyboard.press("h");
  await page.keyboard.type("in 3 days");
  await page.keyboard.press("Enter");
  await expect.poll(isReminded).toBe(true);
  await page.keyboard.press("z");
  await expect.poll(isReminded).toBe(false);
});

test("the key of undo means the reply from the moment in which its composer closes", async ({ page }) => {
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 16);
  await goToThread(page, thread);
  await page.keyboard.press("s");
  await expect(toastsOf(page).getByText(/important/)).toBeVisible();
  const composer = await startReply(page);
  await composer.text.fill("The plan follows tomorrow.");
  // It leads away, and nothing is said of it yet: what can be taken back in sight is what was done before.
  const pressed = page.evaluate(
    (path) =>
      new Promise<void>((resolve) => {
        const press = () => {
          if (window.location.pathname === path) return void setTimeout(press);
          document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "z", code: "KeyZ", bubbles: true }));
          resolve();
        };
        press();
      }),
    `/inbox/${thread.id}`,
  );
  await page.keyboard.press("ControlOrMeta+Shift+E");
  await pressed;
  await expect(page).toHaveURL(new RegExp(`/inbox/${thread.id}`));
  await expect(composer.text).toContainText("The plan follows tomorrow.");
  const { isArchived, isImportant } = await threadOf(page, thread.id);
  expect({ isArchived, isImportant }).toEqual({ isArchived: false, isImportant: !thread.isImportant });
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});
