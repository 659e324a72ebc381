import type { Browser } from "@playwright/test";
import { viewPath } from "@/lib/url/paths";
import type { Outcomes } from "../measures";
import { openWindow } from "./open-browser";

const QUIET_MS = 3_000;
const KINDS: Record<string, string> = { Document: "html", Script: "js", Stylesheet: "css", Font: "fonts" };

/** What comes over the wire when somebody who is signed in opens the inbox for the first time, up to when the page is quiet. */
export async function measureFirstLoad(browser: Browser, url: string, cookie: string): Promise<Outcomes> {
  const context = await openWindow(browser, url, cookie);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = { html: 0, js: 0, css: 0, fonts: 0, other: 0 };
  wire.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, KINDS[type] ?? "other"));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "other";
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await wire.send("Network.enable");
  await page.goto(viewPath("inbox"));
  await page.evaluate(() => window.probe.awake);
  await page.waitForTimeout(QUIET_MS);
  await context.close();
  const kilobytes = Object.entries(bytes).map(([kind, size]) => [`load.${kind}`, { value: size / 1000 }] as const);
  const all = Object.values(bytes).reduce((sum, size) => sum + size, 0);
  return { load: { value: all / 1000 }, ...Object.fromEntries(kilobytes) };
}
