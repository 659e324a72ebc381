/** So many items are worked on, or wait for the caller, while he is at one: one more than that keeps the source waiting. */
const MOST_AHEAD = 2;

/**
 * Takes and works on the next items while the caller is at this one; results come in the items' order. Leaving early waits for what is
 * under way.
 * @param goesOn asked before another item is taken; once it says no, what was taken is the last
 */
export async function* ahead<Item, Result>(
  source: AsyncGenerator<Item>,
  work: (item: Item) => Promise<Result>,
  goesOn: () => boolean = () => true,
): AsyncGenerator<Result> {
  const take = () => {
    // The source is asked for the next one when it has given this one, not when this one has been worked on.
    const taken = source.next().then(async ({ done, value }) => (done ? null : { result: await work(value as Item) }));
    // Who waits for it is told; until then nobody does.
    taken.catch(() => undefined);
    return taken;
  };
  const coming = Array.from({ length: MOST_AHEAD }, take);
  let isLast = false;
  try {
    for (let current = await coming.shift(); current; current = await coming.shift()) {
      isLast ||= !goesOn();
      if (!isLast) coming.push(take());
      yield current.result;
    }
  } finally {
    await Promise.allSettled(coming);
    await source.return(undefined);
  }
}
