import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { newSecret } from "@/lib/core/ids";
import { parseArguments } from "./corpus/arguments";
import { undoAtEnd } from "./undo-at-end";

// Reads a folder of mail as the app would, into a database that is thrown away: `npm run -s corpus -- FOLDER [--mailbox ADDRESS]…`.
// One JSON line a message on stdout, all else on stderr.
const asked = parseArguments(process.argv.slice(2));
const problem = "problem" in asked ? asked.problem : existsSync(asked.folder) ? null : `${asked.folder} is not there.`;
if ("problem" in asked || problem) {
  console.error(problem);
  process.exit(1);
}

const scratch = mkdtempSync(path.join(tmpdir(), "threadwell-corpus-"));
// The database's own user has to pass through it.
chmodSync(scratch, 0o755);
const dataDir = path.join(scratch, "data");
mkdirSync(dataDir);
Object.assign(process.env, {
  DATA_DIR: dataDir,
  STORAGE: "local",
  AUTH_SECRET: newSecret(),
  ENCRYPTION_KEY: newSecret(),
  LOG_LEVEL: "silent",
});

const { undo, stop, isStopping } = undoAtEnd();
undo.push(async () => rmSync(scratch, { recursive: true, force: true }));
// Whoever reads the lines may have read enough (`| head`).
process.stdout.on("error", () => void stop().then(() => process.exit(0)));

try {
  await run(asked);
} catch (error) {
  if (!isStopping()) console.error(error);
  process.exitCode = 1;
} finally {
  await stop();
}
process.exit();

async function run({ folder, mailboxes }: { folder: string; mailboxes: string[] }): Promise<void> {
  const { openScratchStore } = await import("./corpus/scratch-store");
  const { ingestCorpus, withPlaces } = await import("./corpus/ingest-corpus");
  const { findMessages } = await import("@/lib/mail/files/find-messages");
  const started = performance.now();
  const store = await openScratchStore(path.join(scratch, "database"), mailboxes, undo);

  // Threads are told when all is read: a message may join them that was written before those of another file.
  const spool = path.join(scratch, "lines");
  const lines = createWriteStream(spool);
  const counts = await ingestCorpus(
    store,
    findMessages(folder),
    (line) => void lines.write(`${JSON.stringify(line)}\n`),
  );
  await finished(lines.end());
  for await (const line of withPlaces(store.db, createInterface({ input: createReadStream(spool) }))) {
    if (!process.stdout.write(`${JSON.stringify(line)}\n`))
      await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
  const seconds = (performance.now() - started) / 1000;
  console.error(
    `${counts.messages} messages of ${counts.files} files in ${seconds.toFixed(1)} s: ${counts.bounced} with bounces, ${counts.automatic} automatic answers, ${counts.doubled} there already, ${counts.troubled} with an error.`,
  );
}
