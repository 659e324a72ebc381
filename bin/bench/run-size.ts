import { undoAtEnd } from "../undo-at-end";
import { measureSize } from "./measure-size";

// One size in a process of its own, so that no size knows the database of another: `run-size.ts <messages> <samples>`. It stops
// and removes what it started, also when it is told to end or whoever started it is gone.
const [messages, samples] = process.argv.slice(2).map(Number);
const { undo, stop, isStopping } = undoAtEnd(["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]);

try {
  const result = await measureSize(messages!, samples!, undo, (text) => console.log(text));
  process.send?.(result);
} catch (error) {
  if (!isStopping()) console.error(error);
  process.exitCode = 1;
} finally {
  await stop();
}
process.exit();
