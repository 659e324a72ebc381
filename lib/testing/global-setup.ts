import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { prepareQueues } from "@/lib/jobs/boss";
import { startEmbeddedServer } from "@/lib/db/embedded/server";
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
  const dataDir = mkdtempSync(path.join(tmpdir(), "threadwell-test-"));
  chmodSync(dataDir, 0o755);
  const server = await startEmbeddedServer({ dataDir, owner: "tests", throwAway: true });
  return {
    url: server.url("").replace(/\/$/, ""),
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
