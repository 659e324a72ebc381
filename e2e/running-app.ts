import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort } from "@/lib/core/free-port";

export type RunningApp = {
  url: string;
  databaseUrl: string;
  log: () => string;
  logFile: string;
  stop: () => Promise<void>;
};

const READY_LIMIT_MS = 120_000;

/** Starts the whole app as `npm start` does (over the production build), on a database and a data folder of its own. */
export async function startTestApp(server: string, variables: Record<string, string>): Promise<RunningApp> {
  const folder = mkdtempSync(path.join(tmpdir(), "threadwell-e2e-"));
  chmodSync(folder, 0o755);
  const database = `e2e_${randomBytes(5).toString("hex")}`;
  await onServer(server, `create database ${database}`);
  const port = await freePort();
  const logFile = path.join(folder, "app.log");
  writeFileSync(logFile, "");
  const child = spawn(process.execPath, ["--import", "tsx", "bin/start.ts"], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TZ: "UTC",
      PORT: String(port),
      DATA_DIR: path.join(folder, "data"),
      DATABASE_URL: `${server}/${database}`,
      ...variables,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => appendFileSync(logFile, chunk));
  const log = () => readFileSync(logFile, "utf8");
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));

  const until = Date.now() + READY_LIMIT_MS;
  while (!log().includes("Ready on ")) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill("SIGKILL");
      throw new Error(`The app did not start:\n${log()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    url: `http://localhost:${port}`,
    databaseUrl: `${server}/${database}`,
    log,
    logFile,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      await onServer(server, `drop database if exists ${database} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
