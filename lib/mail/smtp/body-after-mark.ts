import { Readable } from "node:stream";

const SLICE = 64 * 1024;

/** How far a body got: `waiting` nobody asked for it, `marking` the mark is being written, `mark_lost`, `given` its first bytes are away. */
export type BodyState = "waiting" | "marking" | "mark_lost" | "given";

/**
 * A message as a stream whose first read, which comes after the server's 354, awaits the durable mark.
 * When the mark cannot be written the stream ends in an error and not one byte has left.
 */
export function bodyAfterMark(raw: Buffer, mark: () => Promise<void>) {
  let state: BodyState = "waiting";
  let offset = 0;
  const give = () => {
    if (stream.destroyed) return;
    state = "given";
    stream.push(raw.subarray(offset, offset + SLICE));
    offset += SLICE;
    if (offset >= raw.length) stream.push(null);
  };
  const stream = new Readable({
    read() {
      if (state === "given") return give();
      if (state !== "waiting") return;
      state = "marking";
      mark().then(give, (error: unknown) => {
        state = "mark_lost";
        stream.destroy(error instanceof Error ? error : new Error("the mark was not written"));
      });
    },
  });
  // Whoever pipes it listens for errors while it matters; afterwards nobody needs to.
  stream.on("error", () => undefined);
  return { stream, state: () => state, hasStarted: () => state !== "waiting" };
}
