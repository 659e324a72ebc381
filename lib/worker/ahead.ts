/** Takes and works on the next item while the caller is at this one. Leaving early waits for what is under way. */
export async function* ahead<Item, Result>(
  source: AsyncGenerator<Item>,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const take = () => {
    const taken = source.next().then(async ({ done, value }) => (done ? null : { result: await work(value as Item) }));
    // Who waits for it is told; until then nobody does.
    taken.catch(() => undefined);
    return taken;
  };
  let coming = take();
  try {
    for (let current = await coming; current; current = await coming) {
      coming = take();
      yield current.result;
    }
  } finally {
    await coming.catch(() => undefined);
    await source.return(undefined);
  }
}
