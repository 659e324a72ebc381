import type { BrowserContext, Page } from "@playwright/test";
import type { Outcomes } from "../measures";
import { summarise } from "../statistics";

const QUIET_MS = 1_500;
const STEPS = 40;

/** How even the frames stay while something is carried by mouse over a calendar with all that is planned, and its longest task. */
export async function measureCarry(context: BrowserContext, date: string): Promise<Outcomes> {
  const page = await context.newPage();
  const week = await carried(page, `/schedule?view=week&date=${date}`);
  const month = await carried(page, `/schedule?view=month&date=${date}`);
  await page.close();
  return {
    "carry.week": summarise(week.frames),
    "carry.month": summarise(month.frames),
    "carry.task": { value: Math.max(0, ...week.tasks, ...month.tasks) },
  };
}

type Told = { frames: number[]; tasks: number[] };

async function carried(page: Page, address: string): Promise<Told> {
  await page.goto(address);
  const item = page.locator("[data-lane] [data-item]").first();
  await item.waitFor();
  await page.waitForTimeout(QUIET_MS);
  const box = (await item.boundingBox())!;
  const pane = (await page.locator("[data-pane=list]").boundingBox())!;
  const from = { x: box.x + 7, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 4, { steps: 3 });
  const told = await page.evaluateHandle(watchFrames);
  for (let step = 0; step < STEPS; step++)
    await page.mouse.move(
      pane.x + 160 + ((pane.width - 200) * step) / STEPS,
      pane.y + 80 + ((((pane.height - 120) * step * 3) / STEPS) % (pane.height - 120)),
    );
  const found = await told.evaluate((watched) => watched.end());
  await page.keyboard.press("Escape");
  await page.mouse.up();
  return found;
}

/** Runs in the page: ms between frames, and of tasks that took more than 50 ms, until it is ended. */
function watchFrames(): { end: () => Told } {
  const frames: number[] = [];
  const tasks: number[] = [];
  let before: number | null = null;
  let isOver = false;
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration)));
  observer.observe({ type: "longtask" });
  const look = (at: number) => {
    if (before !== null) frames.push(at - before);
    before = at;
    if (!isOver) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return {
    end: () => {
      isOver = true;
      observer.takeRecords().forEach(({ duration }) => tasks.push(duration));
      return { frames, tasks };
    },
  };
}
