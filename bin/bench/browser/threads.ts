import type { BrowserContext, Page } from "@playwright/test";
import { threadPath, viewPath } from "@/lib/url/paths";
import type { Outcomes } from "../measures";
import { summarise } from "../statistics";
import { goTo, rowsInView, timeTo, within } from "./open-browser";

const HOVER_MS = 250;
const KEPT_MS = 1_500;
const TEXT = "Thanks, that helps a lot. More on Monday.";

/** Opening threads that nobody has seen yet, cold and after the pointer rested on them. `lists` are addresses with threads of their own. */
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
  await page.close();
  return { open: summarise(cold.slice(0, count)), openHovered: summarise(hovered.slice(0, count)) };
}

/** Opening the composer by its key, and sending: from the press until the action has answered and the page shows it. */
export async function measureComposer(context: BrowserContext, count: number, threadIds: number[]): Promise<Outcomes> {
  const page = await context.newPage();
  const composer: number[] = [];
  const send: number[] = [];
  const action: number[] = [];
  for (const id of threadIds.slice(0, count)) {
    await goTo(page, threadPath(id));
    await page.locator('button[aria-keyshortcuts="r" i]:enabled').first().waitFor();
    composer.push(await timeTo(page, { kind: "composer" }, () => page.keyboard.press("r")));
    await page.keyboard.type(TEXT);
    await page.waitForTimeout(KEPT_MS);
    const sent = await pressSend(page);
    send.push(sent.shown);
    action.push(sent.action);
  }
  await page.close();
  return { composer: summarise(composer), send: summarise(send), sendAction: summarise(action) };
}

async function pressSend(page: Page): Promise<{ shown: number; action: number }> {
  const button = page.locator("[data-composer]").getByRole("button", { name: /^Send (?!now instead)/ });
  const box = (await button.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(HOVER_MS);
  const shown = await timeTo(page, { kind: "sent" }, async () => (await page.mouse.down(), await page.mouse.up()));
  const posted = page.evaluate(() => window.probe.posted());
  const { answeredAt, took } = await within(page, posted, "The action was not answered");
  return { shown: Math.max(shown, answeredAt), action: took };
}

/** Addresses of lists whose first threads differ. */
export const listAddresses = (campaigns: number[]): string[] =>
  campaigns.flatMap((number) =>
    ["inbox", "done", "all"].map((view) => `${viewPath("inbox")}?view=${view}&campaign=${number}`),
  );
