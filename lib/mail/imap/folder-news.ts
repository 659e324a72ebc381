import type { ImapFlow } from "imapflow";

/** News come in bursts: this long after the first of them there is one look for all. */
const GATHER_MS = 20;
/** News that a look cannot confirm (a server that counts wrong) are believed less and less often. */
const DOUBT_MS = [0, 1_000, 5_000, 30_000];

/** What the server says of the open folder without being asked: something came, went or was marked. */
export function folderNews(client: ImapFlow) {
  let hasNews = false;
  let wake: (() => void) | null = null;
  let timer: NodeJS.Timeout | undefined;
  let doubts = 0;
  let heardAt = 0;
  const schedule = () => {
    if (!hasNews || !wake) return;
    const doubt = DOUBT_MS[Math.min(doubts, DOUBT_MS.length - 1)] ?? 0;
    clearTimeout(timer);
    timer = setTimeout(() => wake?.(), Math.max(GATHER_MS, heardAt + doubt - Date.now()));
  };
  const hear = () => {
    hasNews = true;
    schedule();
  };
  for (const event of ["exists", "expunge", "flags"] as const) client.on(event, hear);
  client.once("close", () => clearTimeout(timer));
  return {
    /** A look begins: what is said from now on is news again. */
    begin(): void {
      hasNews = false;
      wake = null;
      clearTimeout(timer);
    },
    /** @param found whether the look that the news led to found anything */
    end(found: boolean, wasNews: boolean): void {
      doubts = wasNews && !found ? doubts + 1 : 0;
      heardAt = Date.now();
    },
    hasNews: () => hasNews,
    /** @param waker is called when there are news, or soon if there are some already */
    onNews(waker: () => void): void {
      wake = waker;
      schedule();
    },
  };
}
