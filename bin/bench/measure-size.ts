import { measureCarry } from "./browser/carry";
import { measureDelivery } from "./browser/delivery";
import { measureFirstLoad } from "./browser/first-load";
import { measureLists } from "./browser/lists";
import { openBrowser, openWindow } from "./browser/open-browser";
import { listAddresses, measureComposer, measureThreads } from "./browser/threads";
import { fillLongThreads } from "./fill/fill-team";
import { fillPlans } from "./fill/fill-plans";
import { measureMemory } from "./memory";
import type { Outcomes } from "./measures";
import type { Undo } from "../undo-at-end";
import { startOffice } from "./office";
import { measurePickUp } from "./pick-up";
import type { SizeResult } from "./report";
import { findSearchWords } from "./search-words";
import { measureHttp, signIn } from "./server/http";
import { measureVerbs } from "./server/verbs";
import { findTargets } from "./targets";

/** Messages of a thread that went on for a year. */
const LONG = 200;
/** Items of a busy month. */
const PLANNED = 2_000;
/** The server is asked more often than a browser: it is quick. */
const SERVER_TIMES = 5;

/** Starts the app with so many messages and measures everything. What has to be stopped afterwards is put on `undo`. */
export async function measureSize(
  messages: number,
  samples: number,
  undo: Undo,
  say: (text: string) => void,
): Promise<SizeResult> {
  say(`${messages.toLocaleString("en")} messages: starting the app and filling it`);
  const office = await startOffice(messages, undo);
  const { url, ctx, db, threads, fillSeconds } = office;
  say(`  ${threads.toLocaleString("en")} threads in ${fillSeconds.toFixed(0)} s`);
  const words = await findSearchWords(db);
  const targets = await findTargets(db, samples);
  const cookie = await signIn(url, office.admin);
  const server = { count: samples * SERVER_TIMES, words, threadIds: targets.toRead };
  const outcomes: Outcomes = {};
  const measure = async (what: string, work: () => Promise<Outcomes>) => {
    const started = performance.now();
    Object.assign(outcomes, await work());
    say(`  ${what}, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  };
  await measure("routes", () => measureHttp({ url, cookie }, server));
  await measure("verbs", () => measureVerbs(ctx, server));

  const browser = await openBrowser(undo);
  await measure("first load", () => measureFirstLoad(browser, url, cookie));
  const context = await openWindow(browser, url, cookie);
  await measure("lists and search", () => measureLists(context, samples, words));
  await measure("threads", () => measureThreads(context, samples, listAddresses(targets.campaigns)));
  await measure("composer", () => measureComposer(context, samples, targets.toAnswer));
  await measure("pick-up", async () => ({ pickUp: await measurePickUp(office, samples) }));
  await measure("delivery", async () => ({ delivery: await measureDelivery(context, office, targets.answered) }));
  await measure("long threads", async () => {
    const campaign = await fillLongThreads(db, office.team, 2 * samples, LONG);
    const { open, openHovered, openAtOnce } = await measureThreads(context, samples, listAddresses([campaign]));
    return { openLong: open!, openLongHovered: openHovered!, openLongAtOnce: openAtOnce! };
  });
  await measure("calendar", async () => {
    const date = await fillPlans(db, { memberId: ctx.actor.memberId, count: PLANNED, now: new Date() });
    return measureCarry(context, date);
  });
  await measure("memory", () => measureMemory(db));
  return { messages, threads, fillSeconds, outcomes };
}
