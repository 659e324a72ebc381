import { existsSync } from "node:fs";
import { prepareEnvironment } from "@/lib/core/prepare-environment";
import { parseArguments, type ImportArguments } from "./import/arguments";
import { undoAtEnd } from "./undo-at-end";

// Brings leads, mailboxes, campaigns and past mail into the team, also while the app runs: `npm run import -- …`. Progress on
// stderr, the counts on stdout. The first Ctrl-C ends it after the message at hand; what was stored stays, and is not doubled.
const asked = parseArguments(process.argv.slice(2));
const problems = "problem" in asked ? [asked.problem] : problemsOf(asked);
if ("problem" in asked || problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}
process.env.LOG_LEVEL ||= "silent";

const interrupted = new AbortController();
const { undo, stop } = undoAtEnd(["SIGHUP"]);
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => {
    if (interrupted.signal.aborted) process.exit(130);
    interrupted.abort();
  });

try {
  process.exitCode = (await run(asked)) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await stop();
}
process.exit(interrupted.signal.aborted ? 130 : process.exitCode);

function problemsOf(what: ImportArguments): string[] {
  const file = what.what === "table" ? what.file : what.what === "mail files" ? what.path : null;
  if (file !== null && !existsSync(file)) return [`${file} is not there.`];
  return prepareEnvironment(process.env);
}

async function run(what: ImportArguments): Promise<boolean> {
  const { openAppDatabase } = await import("./import/open-app-database");
  const { findActor } = await import("./import/find-actor");
  const db = await openAppDatabase(undo);
  const actor = await findActor(db);
  if (!actor) {
    console.error("There is no team yet: set it up first (in the settings, or by ADMIN_EMAIL and ADMIN_PASSWORD).");
    return false;
  }
  const context = { actor, db, now: () => new Date() };
  const say = {
    progress: (line: string) => console.error(line),
    result: (line: string) => void process.stdout.write(`${line}\n`),
    signal: interrupted.signal,
  };
  if (what.what === "table") return (await import("./import/import-table")).importTable(context, what, say);
  const { importMailFiles, importPastMail } = await import("./import/import-mail");
  return what.what === "mail files" ? importMailFiles(context, what, say) : importPastMail(context, what, say);
}
