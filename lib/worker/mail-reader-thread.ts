import { parentPort } from "node:worker_threads";
import { readMessage } from "@/lib/services/messages/read-message";
import type { Asked, Told } from "./mail-readers";

// Reads mail in a thread of its own (`openMailReaders`), one message after the other: an answer is known by its place alone.
let last = Promise.resolve();
parentPort?.on("message", (asked: Asked) => {
  last = last.then(() => answer(asked));
});
parentPort?.postMessage("ready" satisfies Told);

async function answer({ raw, seenAt }: Asked): Promise<void> {
  const { raw: _raw, ...read } = await readMessage(Buffer.from(raw.buffer), seenAt);
  // Files go over as they are; what shares its memory with others is copied.
  const moved = new Set(
    read.files.flatMap(({ content: { buffer, byteLength } }) =>
      buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
    ),
  );
  parentPort?.postMessage(read satisfies Told, [...moved]);
}
