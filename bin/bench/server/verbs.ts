import type { Context } from "@/lib/services/context";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { countThreads } from "@/lib/services/threads/count-threads";
import { getThread } from "@/lib/services/threads/get-thread";
import { listThreads } from "@/lib/services/threads/list-threads";
import { openThread } from "@/lib/services/threads/open-thread";
import type { Outcomes } from "../measures";
import { timed } from "../samples";
import type { SearchWords } from "../search-words";

const MONTH_MS = 30 * 86_400_000;
const LIMIT = 50;

/** How long the verbs take behind those routes, called in this process over a pool of their own. */
export async function measureVerbs(
  ctx: Context,
  { count, words, threadIds }: { count: number; words: SearchWords; threadIds: number[] },
): Promise<Outcomes> {
  const list = (input: Parameters<typeof listThreads>[1]) =>
    timed(count, [{ limit: LIMIT, ...input }], (asked) => listThreads(ctx, asked));
  const search = (typed: string[]) => timed(count, typed, (q) => listThreads(ctx, { view: "inbox", q, limit: LIMIT }));
  const { nextCursor } = await listThreads(ctx, { view: "all", limit: LIMIT });
  return {
    "verb.list": await list({ view: "inbox" }),
    "verb.waiting": await list({ view: "inbox", sort: "waiting" }),
    "verb.all": await list({ view: "all" }),
    "verb.next": await list({ view: "all", ...(nextCursor ? { cursor: nextCursor } : {}) }),
    "verb.counts": await timed(count, [ctx], countThreads),
    "verb.thread": await timed(count, threadIds, (threadId) => openThread(ctx, { threadId })),
    "verb.searchCommon": await search(words.common),
    "verb.searchRare": await search(words.rare),
    "verb.searchPhrase": await search(words.phrases),
    "verb.send": await timed(count, await answerable(ctx, threadIds), (target) => sendEmailThread(ctx, target)),
  };
}

/** Replies that wait for a month, so that no worker has anything to do with them meanwhile. */
async function answerable(ctx: Context, threadIds: number[]) {
  const scheduledTime = new Date(Date.now() + MONTH_MS).toISOString();
  const threads = await Promise.all(threadIds.slice(0, 100).map((threadId) => getThread(ctx, { threadId })));
  return threads.map(({ messages }) => {
    const { campaignId, emailStatsId, id } = messages.at(-1)!.api;
    return { campaignId: campaignId!, emailStatsId, id, emailBody: "<p>Thanks, that helps.</p>", scheduledTime };
  });
}
