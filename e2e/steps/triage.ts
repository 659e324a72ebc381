import { expect, type APIRequestContext, type Locator, type Page } from "@playwright/test";
import type { ListFilters } from "@/lib/domain/list-filters";
import type { CategoryView } from "@/lib/domain/thread-view";

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

/** A finger that goes from left to right over a row, or not far enough. */
export async function swipe(page: Page, row: Locator, px: number): Promise<void> {
  const { x, y, height } = (await row.boundingBox())!;
  const at = (dx: number) => [{ x: x + 60 + dx, y: y + height / 2 }];
  const session = await page.context().newCDPSession(page);
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let dx = 0; dx <= px; dx += 10)
    await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(dx) });
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await session.detach();
}
