type Asked = unknown;
type Answers<All extends readonly Asked[]> = { -readonly [At in keyof All]: Awaited<All[At]> };

/**
 * What a transaction, or a verb, asks at once: on one connection it leaves together (`pipeline`). All of it has ended before this
 * does, so that nothing is sent any more once the transaction is over and its connection somebody else's.
 * @throws what the first of them in the given order was refused with
 */
export async function together<const All extends readonly Asked[]>(...asked: All): Promise<Answers<All>> {
  const settled = await Promise.allSettled(asked);
  const refused = settled.find(({ status }) => status === "rejected");
  if (refused?.status === "rejected") throw refused.reason;
  return settled.map((each) => (each as PromiseFulfilledResult<unknown>).value) as Answers<All>;
}
