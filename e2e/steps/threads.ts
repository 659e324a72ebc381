import { expect, type APIRequestContext, type Page } from "@playwright/test";
import type { ListFilters } from "@/lib/domain/list-filters";
import type { CategoryKind, OpenThread, ThreadPage, ThreadRow, ThreadView } from "@/lib/domain/thread-view";

type Who = { request: APIRequestContext };

/** Each journey has a campaign of its own, so that none meets a thread that another changes. */
export const CAMPAIGN = {
  mainJob: 12361,
  keyboard: 12352,
  schedule: 12374,
  badInput: 12388,
  live: 12388,
  triage: 12345,
  commands: 12390,
  leadPanel: 12374,
  followUps: 12352,
  calendar: 12374,
  presence: 12390,
  assignment: 12390,
  notes: 12388,
  scope: 12361,
  foreign: 12345,
  files: 12345,
  drafts: 12352,
} as const;

/** A page of a list, as the screen itself asks for it. */
async function pageOf({ request }: Who, query: Record<string, string | number>): Promise<ThreadPage> {
  const params = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return (await (await request.get("/api/threads", { params })).json()) as ThreadPage;
}

/** The first rows of a list. */
export const rowsOf = async (who: Who, query: Record<string, string | number>): Promise<ThreadRow[]> =>
  (await pageOf(who, query)).rows;

export async function openThread({ request }: Who, threadId: number): Promise<OpenThread> {
  return (await (await request.get(`/api/threads/${threadId}`)).json()) as OpenThread;
}

export const threadOf = async (who: Who, threadId: number): Promise<ThreadView> =>
  (await openThread(who, threadId)).thread;

/** The `nth` thread of a campaign in which a living lead waits for an answer and nothing is on its way. */
export async function waitingThread(who: Who, campaign: number, nth = 0): Promise<ThreadView> {
  let left = nth;
  for (const row of await rowsOf(who, { view: "all", campaign, limit: 100 })) {
    if (row.lastDirection !== "in" || row.messageCount < 2 || row.nextReplyAt || row.troubleCount > 0) continue;
    if (row.category?.sentiment === "negative") continue;
    const { thread, draft } = await openThread(who, row.id);
    if (draft || !isAnswerable(thread)) continue;
    if (left-- === 0) return thread;
  }
  throw new Error(`Campaign ${campaign} has no thread number ${nth} that waits for an answer`);
}

function isAnswerable({ lead, messages, replies }: ThreadView): boolean {
  const isGone = !lead || lead.unsubscribedAt || lead.doNotContactAt || lead.bouncedAt;
  const newest = messages.at(-1)!;
  return !isGone && replies.length === 0 && !newest.isAutomatic && newest.from.address === lead.email;
}

/** Opens a thread by its address, with its page awake. */
export async function goToThread(page: Page, { id, subject }: ThreadView, search = ""): Promise<void> {
  await page.goto(`/inbox/${id}${search}`);
  const heading = page.getByRole("region", { name: "Thread", exact: true }).getByRole("heading", { name: subject });
  await isAwake(page, heading);
}

/** Waits until the page that was loaded hears keys and pointer, here in `part`. */
export async function isAwake(page: Page, part = page.locator("[data-thread-scroller]")): Promise<void> {
  await part.first().waitFor();
  // React marks what it has taken over; keys are heard a moment later.
  await expect
    .poll(() => part.first().evaluate((drawn) => Object.keys(drawn).some((key) => key.startsWith("__reactFiber"))))
    .toBe(true);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
}

/** The newest thread of a list that is as it is wanted; only those whose row looks likely are opened. */
export async function threadWith(
  who: Who,
  query: Record<string, string | number>,
  isWanted: (thread: ThreadView) => boolean,
  { category, isLikely = () => true }: { category?: CategoryKind; isLikely?: (row: ThreadRow) => boolean } = {},
): Promise<ThreadView> {
  const params = {
    view: "all",
    limit: 100,
    ...query,
    ...(category ? { categoryId: await categoryId(who, category) } : {}),
  };
  for (let cursor: string | null = ""; cursor !== null;) {
    const { rows, nextCursor }: ThreadPage = await pageOf(who, { ...params, ...(cursor ? { cursor } : {}) });
    for (const { id } of rows.filter(isLikely)) {
      const thread = await threadOf(who, id);
      if (isWanted(thread)) return thread;
    }
    cursor = nextCursor;
  }
  throw new Error(`No thread is as it is wanted in ${JSON.stringify(params)}`);
}

async function categoryId({ request }: Who, kind: CategoryKind): Promise<string> {
  const { categories } = (await (await request.get("/api/threads/filters")).json()) as ListFilters;
  return categories.find((category) => category.kind === kind)!.id;
}
