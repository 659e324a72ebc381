import type { Page } from "@playwright/test";
import type { Schedule, ScheduleItem, UnplannedThread } from "@/lib/domain/schedule-item";
import { expect, test } from "./fixtures";
import { composerOf, replyCard, startReply } from "./steps/composer";
import { CAMPAIGN, goToThread, isAwake, waitingThread } from "./steps/threads";

test.use({ role: "sdr", timezoneId: "UTC" });

const DAY_MS = 86_400_000;

/** A reply that is planned for the Tuesday after next at 10, written as a person writes it. */
async function plannedReply(page: Page, nth: number): Promise<{ key: string; at: number; date: string }> {
  const thread = await waitingThread(page, CAMPAIGN.calendar, nth);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("The rates come on Friday.");
  const date = tuesdayAfterNext();
  await composer.root.getByRole("button", { name: "Choose a time" }).click();
  await page.getByLabel("Time in words").fill(`${date} 10:00 UTC`);
  await page.keyboard.press("Enter");
  await composer.send.click();
  await expect(replyCard(page)).toHaveAttribute("data-state", "scheduled");
  const item = (await itemsFrom(page, date)).find(({ threadId }) => threadId === thread.id)!;
  return { key: `reply:${item.id}`, at: Date.parse(item.at), date };
}

function tuesdayAfterNext(): string {
  const today = new Date();
  return new Date(today.getTime() + (9 + ((7 - today.getUTCDay()) % 7)) * DAY_MS).toISOString().slice(0, 10);
}

async function itemsFrom(page: Page, date: string): Promise<ScheduleItem[]> {
  const from = `${date}T00:00:00Z`;
  const to = new Date(Date.parse(from) + 7 * DAY_MS).toISOString();
  return ((await (await page.request.get("/api/schedule", { params: { from, to } })).json()) as Schedule).items;
}

const timeOf = async (page: Page, { key, date }: { key: string; date: string }) =>
  Date.parse((await itemsFrom(page, date)).find(({ kind, id }) => `${kind}:${id}` === key)?.at ?? "");

async function goToWeek(page: Page, date: string): Promise<void> {
  await page.goto(`/schedule?date=${date}`);
  await isAwake(page, page.locator("[data-lane]"));
}

test("a planned reply is dragged two days on, and Undo brings it back", async ({ page }) => {
  const planned = await plannedReply(page, 0);
  await goToWeek(page, planned.date);
  const item = page.locator(`[data-item="${planned.key}"]`);
  const box = (await item.boundingBox())!;
  const lane = (await item.locator("xpath=ancestor::*[@data-lane]").boundingBox())!;
  const day = (lane.width - 96) / 5;
  await item.hover({ position: { x: 7, y: 10 } });
  await page.mouse.down();
  await page.mouse.move(box.x + 30, box.y + 10, { steps: 3 });
  await page.mouse.move(box.x + 7 + 2 * day, box.y + 10, { steps: 6 });
  await expect(page.locator("[data-ghost]")).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => timeOf(page, planned)).toBe(planned.at + 2 * DAY_MS);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => timeOf(page, planned)).toBe(planned.at);
});

test("keys pick a reply up, take it a day and a quarter of an hour on, and say each step", async ({ page }) => {
  const planned = await plannedReply(page, 1);
  await goToWeek(page, planned.date);
  await page.locator(`[data-item="${planned.key}"]`).focus();
  const said = page.locator("output[aria-live=polite]");
  await page.keyboard.press("m");
  await expect(said).toContainText("Picked up");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(said).toContainText(/\d\d:15 in /);
  await page.keyboard.press("Enter");
  await expect.poll(() => timeOf(page, planned)).toBe(planned.at + DAY_MS + 15 * 60_000);
  await page.keyboard.press("z");
  await expect.poll(() => timeOf(page, planned)).toBe(planned.at);
});

test("a lead without a next step is dragged onto a lane, and the composer opens with that time", async ({ page }) => {
  const unplanned = (await (await page.request.get("/api/schedule/unplanned")).json()) as UnplannedThread[];
  const thread = unplanned[0]!;
  const date = tuesdayAfterNext();
  await goToWeek(page, date);
  const row = page.locator(`[data-unplanned="${thread.threadId}"]`);
  const track = page.locator(`[data-lane="${thread.mailboxId}"]`);
  await track.scrollIntoViewIfNeeded();
  const lane = (await track.boundingBox())!;
  await row.hover();
  await page.mouse.down();
  await page.mouse.move(lane.x + lane.width / 2, lane.y + 30, { steps: 6 });
  await page.mouse.move(lane.x + (lane.width - 96) * 0.3, lane.y + 30, { steps: 4 });
  await expect(page.locator(`[data-lane="${thread.mailboxId}"] [data-ghost]`)).toBeVisible();
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`open=${thread.threadId}`));
  await expect(composerOf(page).send).toHaveText(/^Send \d+ \w{3}, \d\d:\d\d$/);
});

test("the calendar has nothing for axe to find, wide and on a phone, in light and dark", async ({
  page,
  expectAccessible,
}) => {
  for (const [width, view] of [
    [1440, "week"],
    [1440, "month"],
    [360, "agenda"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/schedule?view=${view}`);
    await isAwake(page, page.locator("main h1"));
    await expect(page.locator("[data-pane=list]")).toBeVisible();
    await expectAccessible();
    await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
    await expectAccessible("colours");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
