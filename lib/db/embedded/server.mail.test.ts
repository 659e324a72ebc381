import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FolderTaken } from "./owner";
import { startEmbeddedServer, type EmbeddedServer } from "./server";

let dataDir: string;
let servers: EmbeddedServer[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "threadwell-embedded-"));
  chmodSync(dataDir, 0o755);
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  servers = [];
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(owner = "first"): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir, owner, throwAway: true });
  servers.push(server);
  return server;
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test("what was written is there after a stop and a start, and the password is the owner's alone", async () => {
  const first = await start();
  await query(first.url(), "create table kept as select 7 as n");
  await first.stop();

  const second = await start();

  expect(await query(second.url(), "select n from kept")).toEqual([{ n: 7 }]);
  expect(second.adopted).toBe(false);
  expect(statSync(path.join(dataDir, "postgres-password")).mode & 0o777).toBe(0o600);
});

test("a second start on the same folder is refused and says who has it", async () => {
  await start("threadwell http://localhost:3000");

  const second = startEmbeddedServer({ dataDir, owner: "second", throwAway: true });

  await expect(second).rejects.toThrow(FolderTaken);
  await expect(startEmbeddedServer({ dataDir, owner: "third", throwAway: true })).rejects.toThrow(
    "http://localhost:3000",
  );
});

test("a server that a killed app left behind is taken over", async () => {
  const script = `import { startEmbeddedServer } from "@/lib/db/embedded/server";
    const server = await startEmbeddedServer({ dataDir: process.argv[1], owner: "killed", throwAway: true });
    console.log(server.url()); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve) =>
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));

  const server = await start();

  expect(server.adopted).toBe(true);
  expect(server.url()).toBe(url);
});

test("a server that dies is started again on the same port", async () => {
  const restarted = Promise.withResolvers<void>();
  const server = await startEmbeddedServer({
    dataDir,
    owner: "first",
    throwAway: true,
    onRestart: () => restarted.resolve(),
  });
  servers.push(server);
  const [row] = await query(server.url(), "select pg_read_file('postmaster.pid') as file");
  process.kill(Number((row as { file: string }).file.split("\n")[0]), "SIGQUIT");

  await restarted.promise;

  expect(await query(server.url(), "select 1 as n")).toEqual([{ n: 1 }]);
});
