import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

test.use({ role: "sdr", isNewBrowser: true });

/** Half of what Roundcube 1.6 sends (589 kB). */
const MOST_BYTES = 295_000;

test("what comes until the inbox takes presses is half of what Roundcube sends", async ({ page }) => {
  const wire = await page.context().newCDPSession(page);
  const asked = new Map<string, { url: string; at: number }>();
  const bytes = new Map<string, number>();
  wire.on("Network.requestWillBeSent", ({ requestId, request: { url }, wallTime }) =>
    asked.set(requestId, { url, at: wallTime * 1_000 }),
  );
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await wire.send("Network.enable");

  await page.goto("/inbox", { waitUntil: "commit" });
  // Told by the page itself: on a busy machine what it asks for next is on its way before anybody hears of it here.
  const awake = await page.waitForFunction(() => {
    const row = document.querySelector("[data-thread]") ?? {};
    return Object.keys(row).some((key) => key.startsWith("__reactProps")) && Date.now();
  });
  const awakeAt = Number(await awake.jsonValue());
  // What is asked for from here on is fetched ahead.
  const first = [...asked].flatMap(([id, { url, at }]) =>
    at <= awakeAt && !url.includes("/api/") ? [[id, url] as const] : [],
  );
  await expect.poll(() => first.filter(([id]) => !bytes.has(id)).map(([, url]) => url)).toEqual([]);

  const served = first.map(([id, url]) => ({ url: new URL(url).pathname, size: bytes.get(id)! }));
  const scripts = served.filter(({ url }) => url.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(5);
  expect(served.filter(({ url }) => url.endsWith(".woff2")).map(({ url }) => url)).toEqual([
    "/fonts/inter-4.1-letters.woff2",
  ]);
  const heaviest = served.toSorted((a, b) => b.size - a.size).slice(0, 12);
  const all = served.reduce((sum, { size }) => sum + size, 0);
  expect(all, JSON.stringify(heaviest)).toBeLessThan(MOST_BYTES);
  expect(all).toBeGreaterThan(MOST_BYTES / 3);
});

test("a thread in view is there before anybody opens it", async ({ page }) => {
  await page.goto("/inbox");
  const [first, second] = await idsInView(page);
  await page.waitForResponse((response) => response.url().endsWith(`/api/threads/${second}`));
  await page.route(`**/api/threads/${first}`, () => undefined);
  await page.locator(`[data-thread="${first}"]`).click();
  await expect(page.locator("[data-message]").first()).toBeVisible();
});

test("nothing is read ahead where the connection is to be spared", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/inbox");
  const [first, second] = await idsInView(page);
  const ahead = page.waitForResponse((response) => response.url().endsWith(`/api/threads/${second}`), {
    timeout: 2_500,
  });
  await expect(ahead).rejects.toThrow();
  expect(asked.filter((path) => /^\/api\/threads\/\d+$/.test(path))).toEqual([]);
  await page.locator(`[data-thread="${first}"]`).click();
  await expect(page.locator("[data-message]").first()).toBeVisible();
});

async function idsInView(page: Page): Promise<number[]> {
  await expect(page.locator("[data-thread]").nth(2)).toBeVisible();
  return page
    .locator("[data-thread]")
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-thread"))));
}
