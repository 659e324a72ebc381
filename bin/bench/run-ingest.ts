import { undoAtEnd } from "../undo-at-end";
import { measureIngest } from "./ingest/measure-ingest";

// The storing of mail in a process of its own: `run-ingest.ts <messages>`. It stops and removes what it started, also when it
// is told to end or whoever started it is gone.
const messages = Number(process.argv[2]);
const { undo, stop, isStopping } = undoAtEnd(["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]);

try {
  console.log("Storing mail");
  const result = await measureIngest(messages, undo, (text) => console.log(text));
  process.send?.(result);
} catch (error) {
  if (!isStopping()) console.error(error);
  process.exitCode = 1;
} finally {
  await stop();
}
process.exit();
