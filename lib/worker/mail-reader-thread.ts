import { parentPort } from "node:worker_threads";
import { readMessage } from "@/lib/services/messages/read-message";
import type { Asked, Told } from "./mail-readers";

// Reads mail in a thread of its own (`openMailReaders`), one message at a time.
parentPort?.on("message", ({ raw, seenAt }: Asked) => {
  void readMessage(Buffer.from(raw.buffer), seenAt).then(({ raw: _raw, ...read }) => {
    // Files go over as they are; what shares its memory with others is copied.
    const moved = new Set(
      read.files.flatMap(({ content: { buffer, byteLength } }) =>
        buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
      ),
    );
    parentPort?.postMessage(read satisfies Told, [...moved]);
  });
});
parentPort?.postMessage("ready" satisfies Told);
