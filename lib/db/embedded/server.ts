import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "@/lib/core/free-port";
import { keptSecret } from "@/lib/core/kept-secret";
import { holdFolder } from "./owner";
import { findPlaces, giveTo, type Places } from "./places";
import { runningPort } from "./running-port";
import { databaseUser, type SystemUser } from "./system-user";

const run = promisify(execFile);
const USER = "threadwell";
const START_LIMIT_MS = 60_000;
const REVIVE_STEP_MS = 2_000;

export type EmbeddedServer = {
  /** Address of a database of this server, `threadwell` by default. */
  url: (database?: string) => string;
  /** Where it lies when not in DATA_DIR (root's closed home), else null. */
  movedTo: string | null;
  /** True when a server that a killed app left behind was taken over. */
  adopted: boolean;
  stop: () => Promise<void>;
};

type Options = {
  dataDir: string;
  /** Told to whoever starts a second app on the folder. */
  owner: string;
  /** Called when the server had died and was started again. */
  onRestart?: () => void;
  /** For throw-away servers of tests: no fsync. */
  throwAway?: boolean;
};

/**
 * Starts the real PostgreSQL server of the npm package on a free loopback port, with its data in the data folder and
 * a random password in a 0600 file. The folder has one owner: a second start is refused, a server that a killed app
 * left behind is taken over. The server is watched and started again on the same port when it dies.
 * @throws Error with a sentence for the person at the terminal
 */
export async function startEmbeddedServer({
  dataDir,
  owner,
  onRestart,
  throwAway = false,
}: Options): Promise<EmbeddedServer> {
  mkdirSync(dataDir, { recursive: true });
  const user = databaseUser();
  const places = findPlaces(dataDir, user);
  const password = keptSecret(path.join(dataDir, "postgres-password"));
  if (!existsSync(path.join(places.data, "PG_VERSION"))) await initialise(places, user, password);

  const leftPort = await runningPort(places);
  const port = leftPort ?? (await freePort());
  const url = (database = "threadwell") => `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
  const boot = () => launch(places, user, port, throwAway);
  if (!leftPort) boot();
  await answering(url("postgres"), places.log);

  const hold = await holdFolder(url("postgres"), owner, dataDir);
  await createDatabase(url("postgres"));

  let stopping = false;
  const watch = (end: Promise<void>) =>
    void end.then(async () => {
      if (stopping) return;
      await revive(places, boot, url("postgres"));
      const again = await holdFolder(url("postgres"), owner, dataDir);
      hold.release = again.release;
      watch(again.lost);
      onRestart?.();
    });
  watch(hold.lost);

  return {
    url,
    movedTo: places.moved ? path.dirname(places.data) : null,
    adopted: leftPort !== null,
    stop: async () => {
      if (stopping) return;
      stopping = true;
      await hold.release();
      await stopServer(places, user);
    },
  };
}

/** The address of the database of an app that runs on a data folder, for a program beside it; null when none runs. */
export async function findRunningDatabase(dataDir: string): Promise<string | null> {
  const passwordFile = path.join(dataDir, "postgres-password");
  if (!existsSync(passwordFile)) return null;
  const port = await runningPort(findPlaces(dataDir, databaseUser()));
  return port === null ? null : `postgresql://${USER}:${keptSecret(passwordFile)}@127.0.0.1:${port}/threadwell`;
}

async function initialise(places: Places, user: SystemUser | null, password: string): Promise<void> {
  // Made beside its place and moved there when complete, so that a killed first start leaves nothing half made.
  const half = `${places.data}.${process.pid}`;
  mkdirSync(half, { recursive: true, mode: 0o700 });
  giveTo(user, half);
  const passwordFile = path.join(half, "..", `.initdb-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(user, passwordFile);
  try {
    await run(
      program(places, "initdb"),
      [
        "-D",
        half,
        "-U",
        USER,
        "--auth=scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--no-locale",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
      { ...user, cwd: "/" },
    );
    if (existsSync(places.data)) rmSync(half, { recursive: true });
    else renameSync(half, places.data);
  } catch (cause) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(
      `The embedded database could not be made in ${places.data}: ${(cause as { stderr?: string }).stderr?.trim() ?? String(cause)}`,
      { cause },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function launch(places: Places, user: SystemUser | null, port: number, throwAway: boolean): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "256MB",
    jit: "off",
    ...(throwAway ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const log = openSync(places.log, "a", 0o600);
  // A group of its own: Ctrl-C in the terminal must not stop the database before the app has finished with it.
  const child = spawn(
    program(places, "postgres"),
    ["-D", places.data, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])],
    {
      ...user,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  child.on("error", () => undefined);
  child.unref();
  return child;
}

/** Starts a server that died; one that is still going down keeps its folder for a moment. */
async function revive(places: Places, boot: () => void, url: string): Promise<void> {
  for (const until = Date.now() + START_LIMIT_MS; ;) {
    if (!(await runningPort(places))) boot();
    try {
      return await answering(url, places.log, REVIVE_STEP_MS);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

async function answering(url: string, log: string, limitMs = START_LIMIT_MS): Promise<void> {
  const until = Date.now() + limitMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (cause) {
      if ((cause as { code?: string }).code === "28P01") {
        throw new Error(
          "The database refuses the password in the data folder: its file was changed or another server has the port.",
          { cause },
        );
      }
      if (Date.now() > until) throw new Error(`The embedded database does not answer. Its log: ${log}`, { cause });
      await sleep(60);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_database where datname = 'threadwell'");
  if (!rowCount) await client.query("create database threadwell");
  await client.end();
}

async function stopServer(places: Places, user: SystemUser | null): Promise<void> {
  await run(program(places, "pg_ctl"), ["stop", "-D", places.data, "-m", "fast", "-w", "-t", "30"], {
    ...user,
    cwd: "/",
  }).catch(() => undefined);
}

const program = (places: Places, name: string) =>
  path.join(places.bin, process.platform === "win32" ? `${name}.exe` : name);
