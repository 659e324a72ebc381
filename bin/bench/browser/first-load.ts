import type { Browser } from "@playwright/test";
import { viewPath } from "@/lib/url/paths";
import type { Outcomes } from "../measures";
import { openWindow, within } from "./open-browser";

const QUIET_MS = 3_000;
const KINDS: Record<string, string> = { Document: "html", Script: "js", Stylesheet: "css", Font: "fonts" };

/**
 * What comes over the wire when somebody who is signed in opens the inbox for the first time: all that was asked for until the
 * page takes presses. What it then fetches ahead, until it is quiet, is told apart.
 */
export async function measureFirstLoad(browser: Browser, url: string, cookie: string): Promise<Outcomes> {
  const context = await openWindow(browser, url, cookie);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = { html: 0, js: 0, css: 0, fonts: 0, other: 0, ahead: 0 };
  let isAwake = false;
  wire.on("Network.requestWillBeSent", ({ requestId, type }) =>
    kinds.set(requestId, isAwake ? "ahead" : (KINDS[type ?? ""] ?? "other")),
  );
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "other";
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await wire.send("Network.enable");
  await page.goto(viewPath("inbox"));
  await within(
    page,
    page.evaluate(() => window.probe.awake),
    "The page did not wake up",
  );
  isAwake = true;
  await page.waitForTimeout(QUIET_MS);
  await context.close();
  const all = Object.values(bytes).reduce((sum, size) => sum + size, 0);
  const kilobytes = Object.entries({ ...bytes, all: all - bytes.ahead! }).map(
    ([kind, size]) => [`load.${kind}`, { value: size / 1000 }] as const,
  );
  return Object.fromEntries(kilobytes);
}
