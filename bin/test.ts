import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedServer } from "@/lib/db/embedded/server";
import { countPlaywright, countVitest, type Count } from "./test-report";

// Every suite against one database server; what failed is named once more at the end, and the last line counts them all.
// `--soak` runs the random tests at full size, from another seed each time unless SOAK_SEED names one.

const soak = process.argv.includes("--soak");
const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length);
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-run-"));
chmodSync(folder, 0o755);

const CHECKS = ["format:check", "lint", "types", "boundaries", "knip"];
const LANES = 2;
const left = [...(wanted("checks") ? CHECKS : []), ...(wanted("unit") ? ["unit"] : [])];
const SEED = process.env.SOAK_SEED ?? String(Math.floor(Date.now() / 1_000));
const SOAK_SIZES = {
  KILLS: "100",
  REPLIES: "500",
  SOAK_MAILBOXES: "20",
  SOAK_MESSAGES: "5000",
  SOAK_OUTAGE: "200",
  SMARTLEAD_RUNS: "1000",
  SMARTLEAD_LEADS: "10000",
  SMARTLEAD_SEED: SEED,
  SMARTLEAD_FIRST_RUN: SEED,
  RANDOM_TIMES: "100",
  RANDOM_SEED: SEED,
  SCREENS: "all",
  HOSTILE: "all",
  DESIGNED: "all",
  DRAFT_RUNS: "200",
  DRAFT_SEED: SEED,
  SIM_FOLLOW_UPS: "10000",
  SIM_LEADS: "500",
  SIM_SEED: SEED,
  INSIGHT_THREADS: "50000",
  INSIGHT_SEED: SEED,
};

const needsServer = soak || ["db", "mail", "e2e"].some(wanted);
const server = needsServer
  ? await startEmbeddedServer({ dataDir: folder, owner: "npm test", throwAway: true })
  : undefined;
const environment: NodeJS.ProcessEnv = {
  ...(soak ? SOAK_SIZES : {}),
  ...process.env,
  ...(server ? { TEST_DATABASE_SERVER: server.url("").replace(/\/$/, "") } : {}),
  NEXT_TELEMETRY_DISABLED: "1",
};
const total: Count = { passed: 0, failed: 0, skipped: 0, notes: [] };
try {
  if (soak) {
    console.log(`SOAK_SEED=${SEED} repeats this soak.`);
    add("random texts", await vitest(["--project", "unit"]));
    add("soak", await vitest(["--project", "mail", "kill", "soak"]));
    add("sixty days of follow-ups", await vitest(["--project", "db", "simulation"]));
    add("figures of 50,000 threads", await vitest(["--project", "db", "insights"]));
    add("soak in the browser", await playwright(["draft-torture", "screens", "hostile-mail", "designed-mail"]));
  } else {
    // The mail suite waits for servers more than it works: the others run beside it. The browser wants the machine.
    await Promise.all([
      wanted("mail") ? vitest(["--project", "mail"]).then((count) => add("mail servers", count)) : null,
      oneByOne(),
    ]);
    if (wanted("e2e")) add("browser", await playwright());
  }
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}

if (total.skipped > 0) console.log(`${total.skipped} skipped: see above for what is missing on this machine.`);
for (const note of total.notes) console.log(note);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function oneByOne(): Promise<void> {
  await Promise.all(Array.from({ length: LANES }, whatNeedsNoServer));
  if (wanted("db")) add("database", await vitest(["--project", "db"]));
}

/** Most checks keep one processor busy: each lane takes the next one that is left, the longest first. */
async function whatNeedsNoServer(): Promise<void> {
  for (let next = left.shift(); next !== undefined; next = left.shift())
    add(next, next === "unit" ? await vitest(["--project", "unit", "--project", "env"]) : await check(next));
}

function wanted(suite: string): boolean {
  return only === undefined || only.split(",").includes(suite);
}

function add(name: string, count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  total.notes.push(...count.notes);
  console.log(
    `— ${name}: ${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ""}`,
  );
}

async function check(name: string): Promise<Count> {
  const ok = (await run("npm", ["run", "--silent", name], {}, "in one piece")) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, notes: ok ? [] : [`failed: npm run ${name}`] };
}

async function vitest(args: string[]): Promise<Count> {
  const report = path.join(folder, `vitest-${args.join("-").replace(/\W+/g, "-")}.json`);
  const status = await run(
    "vitest",
    ["run", ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    {},
    "in one piece",
  );
  return countVitest(report, status);
}

async function playwright(files: string[] = []): Promise<Count> {
  const report = path.join(folder, "playwright.json");
  const status = await run("playwright", ["test", ...files], { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  return countPlaywright(report, status);
}

/** What programs that run beside each other print is kept until they end, so that each is read in one piece. */
async function run(
  program: string,
  args: string[],
  extra: Record<string, string> = {},
  printed: "as it comes" | "in one piece" = "as it comes",
): Promise<number | null> {
  const child = spawn(program, args, {
    stdio: printed === "as it comes" ? "inherit" : ["ignore", "pipe", "pipe"],
    env: { ...environment, ...extra },
    shell: process.platform === "win32",
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const status = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
  process.stdout.write(Buffer.concat(chunks));
  return status;
}
