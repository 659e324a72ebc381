import type { BrowserContext, Page } from "@playwright/test";
import type { ThreadPage } from "@/lib/domain/thread-view";
import { viewPath } from "@/lib/url/paths";
import type { Outcomes } from "../measures";
import type { SearchWords } from "../search-words";
import { summarise } from "../statistics";
import { goTo, timeTo } from "./open-browser";

/** The pause of a hand between coming to an entry and pressing it. */
const HAND_MS = 150;

/** Opening the inbox, switching between views and searching. */
export async function measureLists(context: BrowserContext, count: number, words: SearchWords): Promise<Outcomes> {
  const page = await context.newPage();
  const list: number[] = [];
  const awake: number[] = [];
  const first: number[] = [];
  const back: number[] = [];
  for (let index = 0; index < count; index++) {
    await goTo(page, viewPath("inbox"));
    list.push(await page.evaluate(() => window.probe.firstRows));
    awake.push(await page.evaluate(() => window.probe.awake));
    const view = index % 2 ? "all" : "done";
    first.push(await switchView(page, "inbox", view));
    back.push(await switchView(page, view, "inbox"));
  }
  const outcomes = {
    list: summarise(list),
    listAwake: summarise(awake),
    switch: summarise(first),
    switchBack: summarise(back),
    searchCommon: summarise(await searches(page, count, words.common)),
    searchRare: summarise(await searches(page, count, words.rare)),
    searchPhrase: summarise(await searches(page, count, words.phrases)),
  };
  await page.close();
  return outcomes;
}

type View = "inbox" | "all" | "done";

async function switchView(page: Page, from: View, to: View): Promise<number> {
  const [former, wanted] = [await firstIds(page, `view=${from}`), await firstIds(page, `view=${to}`)];
  const id = wanted.find((each) => !former.includes(each))!;
  const entry = page
    .locator(`a[href="${viewPath(to)}"]`)
    .filter({ visible: true })
    .first();
  const box = (await entry.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(HAND_MS);
  return timeTo(page, { kind: "row", id }, async () => (await page.mouse.down(), await page.mouse.up()));
}

/** Words go in as one input each, as from a paste: how fast somebody types is not ours. */
async function searches(page: Page, count: number, words: string[]): Promise<number[]> {
  const took: number[] = [];
  await goTo(page, viewPath("inbox"));
  const unsearched = await firstIds(page, "view=inbox");
  for (const q of words) {
    if (took.length === count) break;
    const found = await firstIds(page, new URLSearchParams({ view: "inbox", q }).toString());
    const id = found.find((each) => !unsearched.includes(each));
    if (id === undefined) continue;
    await goTo(page, viewPath("inbox"));
    await page.locator("[data-search]").focus();
    took.push(await timeTo(page, { kind: "row", id }, () => page.keyboard.insertText(q)));
  }
  return took;
}

/** The threads of a list that stand in view without scrolling. */
async function firstIds(page: Page, query: string): Promise<number[]> {
  const response = await page.request.get(`/api/threads?${query}`);
  const { rows } = (await response.json()) as ThreadPage;
  return rows.slice(0, 8).map(({ id }) => id);
}
