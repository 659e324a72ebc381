import { expect, type APIRequestContext, type Locator, type Page } from "@playwright/test";
import type { ListFilters } from "@/lib/domain/list-filters";
import type { CategoryView } from "@/lib/domain/thread-view";
import { finger } from "./finger";

/** The list of threads and what a person does with many of them. */
export function listOf(page: Page) {
  const root = page.getByRole("region", { name: "List of threads" });
  return {
    root,
    row: (id: number): Locator => root.locator(`[data-thread="${id}"]`),
    box: (name: string): Locator => root.getByRole("checkbox", { name: `Choose ${name}`, exact: true }),
    bar: page.getByRole("region", { name: "Selection" }),
    menu: page.getByRole("menu"),
  };
}

/** Opens a list by its address, with its page awake and its first row under the keys. */
export async function goToList(page: Page, path: string, firstId: number): Promise<void> {
  await page.goto(path);
  const first = listOf(page).row(firstId);
  await first.waitFor();
  // A page that has just come hears no key yet.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("[data-thread]:focus")).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
  await first.focus();
}

/** What stands in the corner, newest first. */
export const toastsOf = (page: Page): Locator => page.locator("[data-pane='toasts']");

type Who = { request: APIRequestContext };

/** The categories in the order of their number keys. */
export const categoriesOf = async ({ request }: Who): Promise<CategoryView[]> =>
  ((await (await request.get("/api/threads/filters")).json()) as ListFilters).categories;

/** A finger that goes over a row, to the right or (less than 0) to the left, or not far enough. */
export async function swipe(page: Page, row: Locator, px: number): Promise<void> {
  const { x, y, width, height } = (await row.boundingBox())!;
  const from = { x: px > 0 ? x + 60 : x + width - 60, y: y + height / 2 };
  const hand = await finger(page);
  await hand.down(from);
  await hand.move(from, { x: from.x + px, y: from.y });
  await hand.up();
}
