import { setImmediate as nextTurn } from "node:timers/promises";

const AT_ONCE = 250;

/** Does something with each of many, and lets others have their turn in between: a long table holds up no other request. */
export async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
    results.push(work(item));
  }
  return results;
}
