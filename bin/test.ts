import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedServer } from "@/lib/db/embedded/server";

// Every suite against one database server; the last line counts them all. `--soak` runs the random tests at full size.
type Count = { passed: number; failed: number; skipped: number };

const soak = process.argv.includes("--soak");
const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length);
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-run-"));
chmodSync(folder, 0o755);

const CHECKS = ["format:check", "lint", "types", "boundaries", "knip"];
const SOAK_SIZES = {
  KILLS: "100",
  REPLIES: "500",
  SOAK_MAILBOXES: "20",
  SOAK_MESSAGES: "5000",
  SOAK_OUTAGE: "200",
  SMARTLEAD_RUNS: "1000",
  SMARTLEAD_LEADS: "10000",
};

const server = await startEmbeddedServer({ dataDir: folder, owner: "npm test", throwAway: true });
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  TEST_DATABASE_SERVER: server.url("").replace(/\/$/, ""),
  NEXT_TELEMETRY_DISABLED: "1",
  ...(soak ? SOAK_SIZES : {}),
};
const total: Count = { passed: 0, failed: 0, skipped: 0 };
try {
  if (soak) add("soak", await vitest(["--project", "mail", "kill", "soak"]));
  else {
    if (wanted("checks")) for (const check of CHECKS) add(check, await command("npm", ["run", "--silent", check]));
    if (wanted("unit")) add("unit", await vitest(["--project", "unit", "--project", "env"]));
    if (wanted("db")) add("database", await vitest(["--project", "db"]));
    if (wanted("mail")) add("mail servers", await vitest(["--project", "mail"]));
    if (wanted("e2e")) add("browser", await playwright());
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

if (total.skipped > 0) console.log(`${total.skipped} skipped: see above for what is missing on this machine.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

function wanted(suite: string): boolean {
  return only === undefined || only.split(",").includes(suite);
}

function add(name: string, count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  console.log(
    `— ${name}: ${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ""}`,
  );
}

async function command(program: string, args: string[]): Promise<Count> {
  const ok = (await run(program, args)) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

async function vitest(args: string[]): Promise<Count> {
  const report = path.join(folder, `vitest-${args.join("-").replace(/\W+/g, "-")}.json`);
  const status = await run("vitest", [
    "run",
    ...args,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const result = read<{ numPassedTests: number; numFailedTests: number; numPendingTests: number; success: boolean }>(
    report,
  );
  if (!result) return { passed: 0, failed: 1, skipped: 0 };
  // A file that could not even be loaded counts as one failure.
  const failed = Math.max(result.numFailedTests, status === 0 ? 0 : 1);
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests };
}

async function playwright(): Promise<Count> {
  const report = path.join(folder, "playwright.json");
  const status = await run("playwright", ["test"], { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  const result = read<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(report);
  if (!result) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = result.stats;
  return { passed: expected, failed: Math.max(unexpected + flaky, status === 0 ? 0 : 1), skipped };
}

async function run(program: string, args: string[], extra: Record<string, string> = {}): Promise<number | null> {
  const child = spawn(program, args, {
    stdio: "inherit",
    env: { ...environment, ...extra },
    shell: process.platform === "win32",
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
}

function read<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : null;
}
