import type { Browser, BrowserContext, BrowserContextOptions } from "@playwright/test";

/** What is set on a context and not on a page of it stays as long as the context: one that has any of it is not kept. */
const LASTING = [
  "addInitScript",
  "exposeBinding",
  "exposeFunction",
  "grantPermissions",
  "route",
  "routeFromHAR",
  "routeWebSocket",
  "setExtraHTTPHeaders",
  "setGeolocation",
] as const;

type StorageState = BrowserContextOptions["storageState"];
type Kept = { context: BrowserContext; origins: Set<string>; isSpent: boolean };
type Taken = { context: BrowserContext; giveBack: (isToKeep: boolean) => Promise<void> };

/**
 * Contexts that go from one journey to the next, so that Chromium fetches the app's files once and not in every journey. Only what
 * it has fetched stays: tabs, cookies and all that pages store are gone before the next journey begins.
 */
export class KeptContexts {
  readonly #browser: Browser;
  readonly #idle = new Map<string, Kept[]>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** A context of these options that nobody else has, and what clears it and gives it back, or closes it for good. */
  async take(options: BrowserContextOptions, storageState: StorageState): Promise<Taken> {
    const key = JSON.stringify(options);
    const idle = this.#idle.get(key) ?? [];
    this.#idle.set(key, idle);
    const kept = idle.pop() ?? (await this.#open(options));
    // An answer that was on its way when it was cleared may have set one since.
    await kept.context.clearCookies();
    await fill(kept.context, storageState);
    const giveBack = async (isToKeep: boolean) => {
      if (!isToKeep || kept.isSpent) return kept.context.close();
      await clear(kept);
      idle.push(kept);
    };
    return { context: kept.context, giveBack };
  }

  async #open(options: BrowserContextOptions): Promise<Kept> {
    const context = await this.#browser.newContext({ ...options, storageState: { cookies: [], origins: [] } });
    const kept: Kept = { context, origins: new Set(), isSpent: false };
    context.on("page", (page) =>
      page.on("framenavigated", (frame) => {
        if (/^https?:/.test(frame.url())) kept.origins.add(new URL(frame.url()).origin);
      }),
    );
    for (const name of LASTING) spendBy(kept, name);
    return kept;
  }
}

function spendBy(kept: Kept, name: (typeof LASTING)[number]): void {
  const set = kept.context[name].bind(kept.context) as (...given: unknown[]) => unknown;
  const spend = (...given: unknown[]) => {
    kept.isSpent = true;
    return set(...given);
  };
  Object.assign(kept.context, { [name]: spend });
}

/** Cookies alone need no page to be put in, and nothing that was fetched is forgotten over them. */
async function fill(context: BrowserContext, state: StorageState): Promise<void> {
  if (typeof state === "object" && state.origins.length === 0) await context.addCookies(state.cookies);
  else if (state) await context.setStorageState(state);
}

/** The tabs first, since what stands open could write again. */
async function clear({ context, origins }: Kept): Promise<void> {
  const [last, ...others] = context.pages();
  await Promise.all(others.map((page) => page.close()));
  const page = last ?? (await context.newPage());
  await page.goto("about:blank");
  const wire = await context.newCDPSession(page);
  for (const origin of origins) await wire.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  origins.clear();
  await context.clearCookies();
  await page.close();
  await context.setOffline(false);
}
