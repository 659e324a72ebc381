/** Where to go on when a thread leaves: the one below it that is still there, else the nearest above. */
export function neighbourOf(order: readonly number[], id: number, isThere: (id: number) => boolean): number | null {
  const place = order.indexOf(id);
  if (place < 0) return null;
  return order.slice(place + 1).find(isThere) ?? order.slice(0, place).findLast(isThere) ?? null;
}
