import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { splitMbox } from "./split-mbox";

const MARK = "From ";

/** The messages of one file as it comes: those of an mbox, which starts with "From ", or the one that it is. */
export async function* messagesIn(file: Readable): AsyncGenerator<Buffer> {
  const { head, rest } = await begun(file);
  if (head.toString("latin1", 0, MARK.length) === MARK) yield* splitMbox(joined(head, rest));
  else yield Buffer.concat([head, await buffer(rest)]);
}

/** Whether nothing was between two marks of an mbox, or in a file. */
export const isEmptyMail = (raw: Buffer): boolean => raw.length <= 2 && raw.toString("latin1").trim() === "";

/** Reads until the beginning can be told. */
async function begun(file: Readable): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> }> {
  const chunks: AsyncIterator<Buffer> = file[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < MARK.length) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return { head, rest: { [Symbol.asyncIterator]: () => chunks } };
}

async function* joined(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}
