import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort } from "@/lib/core/free-port";

export type RunningApp = {
  url: string;
  dataDir: string;
  databaseUrl: string | null;
  log: () => string;
  logFile: string;
  /** Kills the web server (SIGKILL); the starter starts another. @returns what waits until that one answers */
  killWeb: () => () => Promise<void>;
  /** Ends it as Ctrl-C would. @returns its exit code */
  stop: () => Promise<number | null>;
};

const STARTER = [".next/programs/start.mjs"];
const READY_LIMIT_MS = 120_000;

/** Runs the starter with nothing but the given variables, until it ends. */
export function runStarter(variables: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, STARTER, { env: bare(variables), stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code, output })));
}

/**
 * Starts the whole app as `npm start` does (over the production build) with a data folder of its own: on a new database
 * of `server`, or on the embedded default when that is null.
 */
export async function startTestApp(server: string | null, variables: Record<string, string>): Promise<RunningApp> {
  const folder = mkdtempSync(path.join(tmpdir(), "threadwell-e2e-"));
  chmodSync(folder, 0o755);
  const dataDir = path.join(folder, "data");
  const database = `e2e_${randomBytes(5).toString("hex")}`;
  if (server) await onServer(server, `create database ${database}`);
  const port = await freePort();
  const logFile = path.join(folder, "app.log");
  writeFileSync(logFile, "");
  const child = spawn(process.execPath, STARTER, {
    env: bare({
      PORT: String(port),
      DATA_DIR: dataDir,
      ...(server ? { DATABASE_URL: `${server}/${database}` } : {}),
      ...variables,
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => appendFileSync(logFile, chunk));
  const log = () => readFileSync(logFile, "utf8");
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));

  const until = Date.now() + READY_LIMIT_MS;
  while (!log().includes("Ready on ")) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill("SIGKILL");
      throw new Error(`The app did not start:\n${log()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const url = `http://localhost:${port}`;
  return {
    url,
    dataDir,
    databaseUrl: server ? `${server}/${database}` : null,
    log,
    logFile,
    killWeb: () => {
      process.kill(webProcessOf(child.pid!), "SIGKILL");
      return () => answering(url);
    },
    stop: async () => {
      child.kill("SIGTERM");
      const code = await ended;
      if (server) await onServer(server, `drop database if exists ${database} with (force)`);
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

function webProcessOf(starter: number): number {
  const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  for (const line of processes.split("\n")) {
    const [pid, parent] = line.trim().split(/\s+/, 2).map(Number);
    if (parent === starter && line.includes("web.mjs")) return pid!;
  }
  throw new Error("No web server runs under this starter");
}

async function answering(url: string): Promise<void> {
  const until = Date.now() + READY_LIMIT_MS;
  while (!(await fetch(`${url}/api/health`).catch(() => null))?.ok) {
    if (Date.now() > until) throw new Error("The web server did not come back");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** An environment without anything of the person who runs the tests. */
function bare(variables: Record<string, string>): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME, TZ: "UTC", ...variables } as unknown as NodeJS.ProcessEnv;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
