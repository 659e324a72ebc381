import { measureSize } from "./measure-size";
import type { Undo } from "./office";

// One size in a process of its own, so that no size knows the database of another: `run-size.ts <messages> <samples>`. It stops
// and removes what it started, also when it is told to end or whoever started it is gone.
const [messages, samples] = process.argv.slice(2).map(Number);
const undo: Undo = [];
let stopping: Promise<void> | undefined;
const stop = () => (stopping ??= undoAll());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"])
  process.on(signal, () => void stop().then(() => process.exit(130)));

try {
  const result = await measureSize(messages!, samples!, undo, (text) => console.log(text));
  process.send?.(result);
} catch (error) {
  if (!stopping) console.error(error);
  process.exitCode = 1;
} finally {
  await stop();
}
process.exit();

/** The last first. */
async function undoAll(): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop())
    await step().catch((error: Error) => console.error(`while stopping: ${error.message}`));
}
