import { expect, test, type BrowserContext, type WebError } from "@playwright/test";
import pg from "pg";
import type { ThreadView } from "@/lib/domain/thread-view";
import { seeded, type Random } from "@/lib/sandbox/random";
import { machineSlowness } from "@/lib/testing/machine-slowness";
import { signedIn } from "./fixtures";
import { KeptContexts } from "./kept-contexts";
import { startTestApp, type RunningApp } from "./running-app";
import { SANDBOX_PASSWORD } from "./secrets";
import { composerOf } from "./steps/composer";
import { isTaken, openTab, reload, switchTo, type Tab, versionsIn, wordsIn, write } from "./steps/draft-windows";
import { openThread, rowsOf } from "./steps/threads";

const RUNS = Number(process.env.DRAFT_RUNS ?? 20);
/** How long a run is; `DRAFT_RUNS` beyond the usual has longer ones, too. */
const MOST_STEPS = RUNS > 20 ? 6 : 3;
const SEED = process.env.DRAFT_SEED ?? "drafts";
/** A server that was killed is away for a while, and so is a page on a busy machine. */
const PATIENCE_MS = 45_000;
/** A kill takes a while, so that not every run has one. */
const KILLS = 0.25;
/** A draft is saved by the page's own address. */
const SAVES = /\/inbox\/\d+/;

let app: RunningApp;
let threads: ThreadView[];
let storageState: Awaited<ReturnType<typeof signedIn>>;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  // Nothing is sent here.
  app = await startTestApp(process.env.TEST_DATABASE_SERVER!, { SANDBOX_PASSWORD, WORKER: "off" });
  storageState = await signedIn("sdr", app.url);
  const context = await browser.newContext({ storageState, baseURL: app.url });
  const rows = await rowsOf(context, { view: "all", limit: 40 });
  const opened = await Promise.all(rows.map(({ id }) => openThread(context, id)));
  // Those at the top of the list, so that each has its row on the screen.
  threads = opened.flatMap(({ thread, draft }) => (draft || thread.smartlead ? [] : [thread])).slice(0, 8);
  await context.close();
});
test.afterAll(() => app.stop());

test(`${RUNS} times of typing, leaving, losing the connection, a second tab and a killed server lose no word and bring none from elsewhere`, async ({
  browser,
}) => {
  test.setTimeout(60_000 + RUNS * 45_000 * machineSlowness());
  const contexts = new KeptContexts(browser);
  let typed = 0;
  for (let run = 0; run < RUNS; run++) {
    const person = new Torture(contexts, run);
    try {
      typed += await person.live();
    } catch (error) {
      const told = `${(error as Error).message}\n\nDRAFT_SEED=${SEED}, run ${run}:\n${person.done.join("\n")}`;
      throw new Error(told, { cause: error });
    }
  }
  process.stdout.write(`Drafts: ${typed} words in ${RUNS} interleavings, none lost and none in a foreign thread.\n`);
});

type Step = "type" | "reload" | "close" | "connection" | "secondTab" | "kill" | "switch" | "keepBoth";

/** One run: a person with one or two tabs, two threads, and a browser that nothing is left in from before. */
class Torture {
  /** What was done, for who has to find out. */
  readonly done: string[] = [];
  readonly #random: Random;
  readonly #pair: ThreadView[];
  readonly #typed = new Map<number, string[]>();
  #context!: BrowserContext;
  #tabs: Tab[] = [];
  #isOnline = true;
  #wasKilled: boolean;

  readonly #contexts: KeptContexts;
  readonly #run: number;

  constructor(contexts: KeptContexts, run: number) {
    this.#contexts = contexts;
    this.#run = run;
    this.#random = seeded(`${SEED}-${run}`);
    const first = (run * 2) % (threads.length - 1);
    this.#pair = threads.slice(first, first + 2);
    this.#wasKilled = !this.#random.chance(KILLS);
  }

  async live(): Promise<number> {
    await withoutDrafts(this.#pair);
    const options = { baseURL: app.url, reducedMotion: "reduce" } as const;
    const { context, giveBack } = await this.#contexts.take(options, storageState);
    this.#context = context;
    const faults: string[] = [];
    const note = (error: WebError) => void faults.push(error.error().message);
    context.on("weberror", note);
    this.#tabs = [await openTab(this.#context, this.#pair[0]!)];
    await this.#type(this.#tabs[0]!);
    const steps = this.#random.int(1, MOST_STEPS);
    for (let step = 0; step < steps; step++) await this.#step();
    await this.#look();
    context.off("weberror", note);
    await giveBack(true);
    expect(faults, "uncaught errors").toEqual([]);
    return [...this.#typed.values()].flat().length;
  }

  async #step(): Promise<void> {
    const tab = this.#random.pick(this.#tabs);
    await tab.page.bringToFront();
    const step = this.#random.weighted<Step>([
      ["type", 4],
      ["reload", 2],
      ["close", 2],
      // What a page has not fetched yet it does not have without a connection.
      ["connection", this.#isOnline && this.#tabs.some(({ hasEditor }) => !hasEditor) ? 0 : 2],
      ["secondTab", this.#tabs.length === 1 && this.#isOnline ? 2 : 0],
      ["kill", this.#wasKilled || !tab.hasEditor ? 0 : 3],
      ["switch", 3],
      ["keepBoth", (await versionsIn(tab).isVisible()) ? 3 : 0],
    ]);
    this.done.push(`${step} in tab ${this.#tabs.indexOf(tab) + 1} with thread ${tab.thread.id}`);
    if (step === "type") await this.#type(tab);
    else if (step === "reload") await this.#connect(true).then(() => reload(tab));
    else if (step === "close") await this.#closeAndOpen(tab);
    else if (step === "connection") await this.#connect(!this.#isOnline);
    else if (step === "secondTab") await this.#secondTab(tab);
    else if (step === "kill") await this.#kill(tab);
    else if (step === "switch") await this.#switch(tab);
    else await composerOf(tab.page).root.getByRole("button", { name: "Keep both" }).click();
  }

  async #type(tab: Tab): Promise<string> {
    const words = this.#typed.get(tab.thread.id) ?? [];
    const word = `w${this.#run}n${[...this.#typed.values()].flat().length}`;
    this.#typed.set(tab.thread.id, [...words, word]);
    this.done.push(`  ${word}`);
    await write(tab, word);
    return word;
  }

  /** The next one is opened with the connection back: no browser opens a page without. */
  async #closeAndOpen(tab: Tab, thread = this.#random.pick(this.#pair)): Promise<void> {
    await tab.page.close();
    await this.#connect(true);
    this.#tabs = [...this.#tabs.filter((other) => other !== tab), await openTab(this.#context, thread)];
  }

  async #connect(isOnline: boolean): Promise<void> {
    this.#isOnline = isOnline;
    await this.#context.setOffline(!isOnline);
  }

  /**
   * The same thread in two tabs: the one in which nobody writes shows what the other saves. What is saved while words of its own do not
   * get through, it does not overwrite but shows.
   */
  async #secondTab(first: Tab): Promise<void> {
    await isTaken(first, await this.#type(first));
    const second = await openTab(this.#context, first.thread);
    this.#tabs.push(second);
    const followed = await this.#type(second);
    if (!(await isTaken(second, followed))) return;
    await expect(composerOf(first.page).text, "the first tab follows the second").toContainText(followed);

    await first.page.bringToFront();
    await first.page.route(SAVES, (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()));
    await this.#type(first);
    await second.page.bringToFront();
    const theirs = await this.#type(second);
    const isSaved = await isTaken(second, theirs);
    await first.page.unroute(SAVES);
    await first.page.bringToFront();
    const mine = await this.#type(first);
    await expect(versionsIn(first), "the first tab says that the second has changed the draft").toBeVisible();
    if (!isSaved) return;
    await expect(versionsIn(first)).toContainText(mine);
    await expect(versionsIn(first)).toContainText(theirs);
    expect((await openThread(first.page, first.thread.id)).draft!.content.bodyHtml).toContain(theirs);
  }

  /** Killed while somebody types, who goes on typing, and perhaps leaves before it is back. */
  async #kill(tab: Tab): Promise<void> {
    this.#wasKilled = true;
    const back = app.killWeb();
    await this.#type(tab);
    const isLeft = this.#random.chance(0.5);
    if (isLeft) await tab.page.close();
    await back();
    if (!isLeft) return;
    await this.#connect(true);
    this.#tabs = [...this.#tabs.filter((other) => other !== tab), await openTab(this.#context, tab.thread)];
  }

  /** Without a connection only to what was read before. */
  async #switch(tab: Tab): Promise<void> {
    const other = this.#pair.find(({ id }) => id !== tab.thread.id)!;
    if (!tab.visited.has(other.id)) await this.#connect(true);
    await switchTo(tab, other);
  }

  /** In the end: whoever opens the two threads finds every word where it was typed, and no other. */
  async #look(): Promise<void> {
    await Promise.all(this.#tabs.map(({ page }) => page.close()));
    await this.#connect(true);
    const tab = await openTab(this.#context, this.#pair[0]!);
    for (const thread of this.#pair) {
      if (tab.thread !== thread) await switchTo(tab, thread);
      const words = this.#typed.get(thread.id) ?? [];
      this.done.push(`thread ${thread.id} holds ${words.join(" ") || "nothing"}`);
      await expect
        .poll(async () => (await wordsIn(tab)).toSorted(), { message: "lost or foreign", timeout: PATIENCE_MS })
        .toEqual(words.toSorted());
    }
  }
}

async function withoutDrafts(pair: ThreadView[]): Promise<void> {
  const client = new pg.Client({ connectionString: app.databaseUrl! });
  await client.connect();
  await client.query("delete from drafts where thread_id = any($1)", [pair.map(({ id }) => id)]);
  await client.end();
}
