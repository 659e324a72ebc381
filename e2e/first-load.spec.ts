import { expect, test } from "./fixtures";

test.use({ role: "sdr" });

/** Half of what Roundcube 1.6 sends (589 kB). */
const MOST_BYTES = 295_000;

test("what comes until the inbox takes presses is half of what Roundcube sends", async ({ page }) => {
  const wire = await page.context().newCDPSession(page);
  const asked = new Map<string, string>();
  const bytes = new Map<string, number>();
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => asked.set(requestId, request.url));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await wire.send("Network.enable");

  await page.goto("/inbox");
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("[data-thread]") ?? {}).some((key) => key.startsWith("__reactProps")),
  );
  // What is asked for from here on is fetched ahead.
  const first = [...asked].filter(([, url]) => !url.includes("/api/"));
  await expect.poll(() => first.filter(([id]) => !bytes.has(id)).map(([, url]) => url)).toEqual([]);

  const served = first.map(([id, url]) => ({ url: new URL(url).pathname, size: bytes.get(id)! }));
  const scripts = served.filter(({ url }) => url.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(5);
  const heaviest = served.toSorted((a, b) => b.size - a.size).slice(0, 12);
  const all = served.reduce((sum, { size }) => sum + size, 0);
  expect(all, JSON.stringify(heaviest)).toBeLessThan(MOST_BYTES);
  expect(all).toBeGreaterThan(MOST_BYTES / 3);
});
