/** The type's number in PostgreSQL's catalogue (`pg_type.dat`). */
const BYTEA = 17;
const HEAD = 20;

/**
 * Bytes as one value of PostgreSQL's `bytea[]`, in the binary form that it reads (`array_recv`): one dimension, no null, counted from
 * 1. One value of many costs both sides a fraction of many values.
 * @param items at most a gigabyte together
 */
export function bytesList(items: Uint8Array[]): Buffer {
  const list = Buffer.allocUnsafe(items.reduce((sum, { byteLength }) => sum + 4 + byteLength, HEAD));
  [1, 0, BYTEA, items.length, 1].forEach((number, at) => list.writeInt32BE(number, at * 4));
  let end = HEAD;
  for (const item of items) {
    list.set(item, list.writeInt32BE(item.byteLength, end));
    end += 4 + item.byteLength;
  }
  return list;
}
