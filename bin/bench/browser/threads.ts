import type { BrowserContext, Page } from "@playwright/test";
import { threadPath, viewPath } from "@/lib/url/paths";
import type { Outcomes } from "../measures";
import { summarise } from "../statistics";
import { goTo, rowsInView, timeTo, within } from "./open-browser";

const HOVER_MS = 250;
/** In px: some rows. */
const SCROLLED = 300;
const KEPT_MS = 1_500;
const TEXT = "Thanks, that helps a lot. More on Monday.";

/**
 * Opening threads that nobody has seen yet: from a list that stands, after the pointer rested on one, and at once where the list has just
 * been scrolled. `lists` are addresses with threads of their own.
 */
export async function measureThreads(context: BrowserContext, count: number, lists: string[]): Promise<Outcomes> {
  const page = await context.newPage();
  const cold: number[] = [];
  const hovered: number[] = [];
  for (const address of lists) {
    if (hovered.length >= count) break;
    await goTo(page, address);
    // Every other row, since the pointer passes over what lies between.
    for (const [index, row] of (await rowsInView(page)).entries()) {
      const press = () => page.mouse.click(row.x, row.y);
      const goal = { kind: "message" as const, threadId: row.id };
      if (index % 2 === 0) cold.push(await timeTo(page, goal, press));
      else {
        await page.mouse.move(row.x, row.y);
        await page.waitForTimeout(HOVER_MS);
        hovered.push(await timeTo(page, goal, press));
      }
      await page.waitForTimeout(HOVER_MS);
    }
  }
  const atOnce = await openAtOnce(page, count, lists.filter(isLong));
  await page.close();
  return {
    open: summarise(cold.slice(0, count)),
    openHovered: summarise(hovered.slice(0, count)),
    openAtOnce: summarise(atOnce),
  };
}

/** Presses the lowest row of a list right after it was scrolled, before anything of that row can have been read ahead. */
async function openAtOnce(page: Page, count: number, lists: string[]): Promise<number[]> {
  const took: number[] = [];
  for (let index = 0; index < count; index++) {
    await goTo(page, lists[index % lists.length]!);
    const former = (await rowsInView(page)).at(-1)!;
    await page.mouse.move(former.x, former.y);
    await page.mouse.wheel(0, SCROLLED);
    let lowest = former;
    while (lowest.id === former.id) lowest = (await rowsInView(page)).at(-1)!;
    const { id: threadId, x, y } = lowest;
    took.push(await timeTo(page, { kind: "message", threadId }, () => page.mouse.click(x, y)));
  }
  return took;
}

/** Opening the composer by its key, and sending: from the press until the action has answered, and until the page shows it as well. */
export async function measureComposer(context: BrowserContext, count: number, threadIds: number[]): Promise<Outcomes> {
  const page = await context.newPage();
  const composer: number[] = [];
  const accepted: number[] = [];
  const shown: number[] = [];
  const action: number[] = [];
  for (const id of threadIds.slice(0, count)) {
    await goTo(page, threadPath(id));
    await page.locator('button[aria-keyshortcuts="r" i]:enabled').first().waitFor();
    composer.push(await timeTo(page, { kind: "composer" }, () => page.keyboard.press("r")));
    await page.keyboard.type(TEXT);
    await page.waitForTimeout(KEPT_MS);
    const sent = await pressSend(page);
    accepted.push(sent.accepted);
    shown.push(sent.shown);
    action.push(sent.action);
  }
  await page.close();
  return {
    composer: summarise(composer),
    send: summarise(accepted),
    sendShown: summarise(shown),
    sendAction: summarise(action),
  };
}

async function pressSend(page: Page): Promise<{ accepted: number; shown: number; action: number }> {
  const button = page.locator("[data-composer]").getByRole("button", { name: /^Send (?!now instead)/ });
  const box = (await button.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(HOVER_MS);
  const shown = await timeTo(page, { kind: "sent" }, async () => (await page.mouse.down(), await page.mouse.up()));
  const posted = page.evaluate(() => window.probe.posted());
  const { answeredAt, took } = await within(page, posted, "The action was not answered");
  return { accepted: answeredAt, shown: Math.max(shown, answeredAt), action: took };
}

/** Whether a list is long enough to be scrolled. */
const isLong = (address: string): boolean => address.includes("view=all&");

/** Addresses of lists whose first threads differ. */
export const listAddresses = (campaigns: number[]): string[] =>
  campaigns.flatMap((number) =>
    ["inbox", "done", "all"].map((view) => `${viewPath("inbox")}?view=${view}&campaign=${number}`),
  );
