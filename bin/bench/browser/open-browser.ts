import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import type { Undo } from "../../undo-at-end";
import { installProbe, type Goal } from "./probe";

export const VIEWPORT = { width: 1440, height: 900 };
const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const LIMIT_MS = 15_000;
/** How long a page is left alone, so that what it fetches ahead has come. */
const QUIET_MS = 700;

export async function openBrowser(undo: Undo): Promise<Browser> {
  const installed = INSTALLED.find((file) => existsSync(file));
  const browser = await chromium.launch({
    ...(installed ? { executablePath: installed } : {}),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    // The bench stops everything in its own order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  undo.push(() => browser.close());
  return browser;
}

/** A window of somebody who is signed in, with nothing in its cache. */
export async function openWindow(browser: Browser, url: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: VIEWPORT, baseURL: url });
  const cookies = cookie.split("; ").map((pair) => ({
    name: pair.slice(0, pair.indexOf("=")),
    value: pair.slice(pair.indexOf("=") + 1),
    url,
  }));
  await context.addCookies(cookies);
  context.setDefaultTimeout(LIMIT_MS);
  // tsx wraps named functions in a helper of its own, which a page does not have.
  await context.addInitScript("globalThis.__name ??= (named) => named;");
  await context.addInitScript(installProbe);
  return context;
}

/** Opens an address anew and waits until the page is awake and quiet. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await within(
    page,
    page.evaluate(() => window.probe.awake),
    "The page did not wake up",
  );
  await page.waitForTimeout(QUIET_MS);
}

/** Does something and waits for what it leads to. @returns ms from the press to the painted goal */
export async function timeTo(page: Page, goal: Goal, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate((wanted) => window.probe.arm(wanted), goal);
  await act();
  return within(
    page,
    page.evaluate(() => window.probe.result()),
    `Not reached: ${JSON.stringify(goal)}`,
  );
}

/** @throws Error when it takes too long, with where it was */
export async function within<Result>(page: Page, waiting: Promise<Result>, failure: string): Promise<Result> {
  const limit = new AbortController();
  const late = sleep(LIMIT_MS, undefined, { signal: limit.signal }).then(() => {
    throw new Error(`${failure}, within ${LIMIT_MS / 1000} s on ${page.url()}`);
  });
  try {
    return await Promise.race([waiting, late]);
  } finally {
    late.catch(() => undefined);
    limit.abort();
  }
}

/** The first rows that can be pressed: their thread and their middle. */
export const rowsInView = (page: Page): Promise<{ id: number; x: number; y: number }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("[data-thread]")].flatMap((row) => {
      const { x, y, width, height, bottom } = row.getBoundingClientRect();
      const isWhole = y > 0 && bottom < innerHeight;
      return isWhole ? [{ id: Number(row.getAttribute("data-thread")), x: x + width / 3, y: y + height / 2 }] : [];
    }),
  );
