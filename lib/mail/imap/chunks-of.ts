/** A list in pieces of at most `size`: commands have a bounded length. */
export function* chunksOf<Item>(items: Item[], size: number): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
