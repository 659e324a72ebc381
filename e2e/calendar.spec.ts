import type { Page } from "@playwright/test";
import type { Schedule, ScheduleItem, UnplannedPage } from "@/lib/domain/schedule-item";
import type { ThreadView } from "@/lib/domain/thread-view";
import { expect, test } from "./fixtures";
import { composerOf, replyCard, startReply } from "./steps/composer";
import { finger } from "./steps/finger";
import { waitingLeads } from "./steps/snooze";
import { CAMPAIGN, goToThread, isAwake, threadOf, waitingThread } from "./steps/threads";

test.use({ role: "sdr", timezoneId: "UTC" });

const DAY_MS = 86_400_000;
/** The member's own zone. */
const OURS = "Europe/Paris";

type Planned = { key: string; at: number; date: string };

/** A reply that is planned for the Tuesday after next at 10, written as a person writes it. */
async function plannedReply(page: Page, nth: number): Promise<Planned> {
  const date = tuesdayAfterNext();
  return planReply(page, await waitingThread(page, CAMPAIGN.calendar, nth), date, `${date} 10:00 UTC`);
}

async function planReply(page: Page, thread: ThreadView, date: string, words: string): Promise<Planned> {
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("The rates come on Friday.");
  await composer.root.getByRole("button", { name: "Choose a time" }).click();
  await page.getByLabel("Time in words").fill(words);
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

/** The lanes whose drawing changes from now on, until they are asked for. */
async function drawnLanes(page: Page): Promise<() => Promise<string[]>> {
  const watching = await page.evaluateHandle(() => {
    const lanes = new Set<string>();
    const note = (changes: MutationRecord[]) => {
      for (const { target } of changes) {
        const lane = (target instanceof Element ? target : target.parentElement)?.closest<HTMLElement>("[data-lane]");
        if (lane) lanes.add(lane.dataset.lane!);
      }
    };
    const observer = new MutationObserver(note);
    const whole = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(document.querySelector("[data-pane=list]")!, whole);
    return { lanes, observer, note };
  });
  return () =>
    watching.evaluate(({ lanes, observer, note }) => {
      note(observer.takeRecords());
      observer.disconnect();
      return [...lanes];
    });
}

/** Days with something on them share what empty weekends leave. */
const widthOfDay = async (page: Page, date: string) =>
  (await page.locator(`[data-head="${date}"]`).boundingBox())!.width;

const clockIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(at);

const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** The next day from three weeks on at which a zone's clocks change, and by how many minutes they go forward. */
function changeOf(zone: string): { date: string; minutes: number } {
  const offset = (at: number) => {
    const { groups } = /(?<hour>\d+):(?<minute>\d+)/.exec(clockIn(zone, at))!;
    return Number(groups!.hour) * 60 + Number(groups!.minute);
  };
  const noon = Date.parse(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`);
  for (let day = 21; day < 390; day++) {
    const [before, after] = [noon + (day - 1) * DAY_MS, noon + day * DAY_MS];
    if (offset(before) !== offset(after))
      return { date: new Date(after).toISOString().slice(0, 10), minutes: offset(after) - offset(before) };
  }
  throw new Error(`The clocks of ${zone} do not change`);
}

test("a week in little room opens with today in sight, beside the names of its lanes", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto("/schedule");
  await isAwake(page, page.locator("[data-lane]"));
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: OURS }).format(new Date());
  await expect(page.locator(`[data-head="${today}"]`)).toBeInViewport({ ratio: 0.9 });
  await expect(page.locator("[data-lane]").first().locator("xpath=preceding-sibling::div")).toBeInViewport();
});

test("a planned reply is dragged two days on, and Undo brings it back", async ({ page }) => {
  const planned = await plannedReply(page, 0);
  await goToWeek(page, planned.date);
  const item = page.locator(`[data-item="${planned.key}"]`);
  const box = (await item.boundingBox())!;
  const day = await widthOfDay(page, planned.date);
  await item.hover({ position: { x: 7, y: 10 } });
  await page.mouse.down();
  await page.mouse.move(box.x + 30, box.y + 10, { steps: 3 });
  const ghost = page.locator("[data-ghost]");
  await expect(ghost).toBeVisible();
  expect(await page.locator("[data-lane]").count()).toBeGreaterThan(1);
  const drawn = await drawnLanes(page);
  await page.mouse.move(box.x + 7 + 2 * day, box.y + 10, { steps: 6 });
  await expect.poll(async () => (await ghost.boundingBox())!.x).toBeGreaterThan(box.x + day);
  // Only the lane under it is drawn anew, however many there are.
  expect(await drawn()).toEqual([await item.locator("xpath=ancestor::*[@data-lane]").getAttribute("data-lane")]);
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

test("over a change of clocks a reply keeps the lead's time of day, and both clocks say so", async ({ page }) => {
  const zone = "America/New_York";
  const { threads } = await waitingLeads(["Gil"], { timeZone: zone });
  const thread = await threadOf(page, threads[0]!.id);
  // From the Thursday before that Sunday to the Wednesday after: in Paris clocks change in another week.
  const change = changeOf(zone);
  const days = 6;
  const thursday = daysAfter(change.date, -3);
  const reply = await planReply(page, thread, thursday, `${thursday} 10:00 their time`);
  expect(clockIn(zone, reply.at)).toBe("10:00");
  await goToWeek(page, thursday);
  await page.locator(`[data-item="${reply.key}"]`).focus();
  await page.keyboard.press("m");
  for (let day = 0; day < days; day++) await page.keyboard.press("Shift+ArrowRight");
  await expect(page.locator("output[aria-live=polite]")).toContainText(/10:00 in /);
  await page.keyboard.press("Enter");

  const wednesday = daysAfter(thursday, days);
  const at = reply.at + days * DAY_MS - change.minutes * 60_000;
  await expect.poll(() => timeOf(page, { key: reply.key, date: wednesday })).toBe(at);
  expect(clockIn(zone, at)).toBe("10:00");
  const item = page.locator(`[data-item="${reply.key}"]`);
  await item.click();
  const told = page.getByRole("dialog", { name: thread.contact.name, exact: true });
  await expect(told).toContainText("10:00");
  await expect(told).toContainText(clockIn(OURS, at));
});

test.describe("on a tablet", () => {
  test.use({ viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true });

  test("a finger that is held on a reply carries it a day on, and one that is lifted puts it back", async ({
    page,
  }) => {
    const reply = await plannedReply(page, 2);
    await goToWeek(page, reply.date);
    const item = page.locator(`[data-item="${reply.key}"]`);
    await item.scrollIntoViewIfNeeded();
    const box = (await item.boundingBox())!;
    const ghost = page.locator("[data-ghost]");
    const from = { x: box.x + 7, y: box.y + 10 };
    const hand = await finger(page);
    await hand.down(from);
    await expect(ghost).toBeVisible();
    await hand.up();
    await expect(ghost).toBeHidden();
    await expect(item).toHaveAttribute("aria-expanded", "false");

    await hand.down(from);
    await expect(ghost).toBeVisible();
    await hand.move(from, { x: from.x + (await widthOfDay(page, reply.date)), y: from.y });
    await hand.up();
    await expect.poll(() => timeOf(page, reply)).toBe(reply.at + DAY_MS);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => timeOf(page, reply)).toBe(reply.at);
  });
});

test("a lead without a next step is dragged onto a lane, and the composer opens with that time", async ({ page }) => {
  const unplanned = (await (await page.request.get("/api/schedule/unplanned")).json()) as UnplannedPage;
  const thread = unplanned.threads[0]!;
  const date = tuesdayAfterNext();
  await goToWeek(page, date);
  const row = page.locator(`[data-unplanned="${thread.threadId}"]`);
  const track = page.locator(`[data-lane="${thread.mailboxId}"]`);
  await track.scrollIntoViewIfNeeded();
  const lane = (await track.boundingBox())!;
  await row.hover();
  await page.mouse.down();
  await page.mouse.move(lane.x + lane.width / 2, lane.y + 30, { steps: 6 });
  const tuesday = lane.x + 1.5 * (await widthOfDay(page, date));
  await page.mouse.move(tuesday, lane.y + 30, { steps: 4 });
  // A hand trembles. This one is told of an item that it comes upon only by its next move.
  await page.mouse.move(tuesday + 1, lane.y + 30);
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
