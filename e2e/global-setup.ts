import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedServer } from "@/lib/db/embedded/server";
import { startTestApp } from "./running-app";
import { SANDBOX_API_KEY, SANDBOX_PASSWORD } from "./secrets";

/** One database server and one app with its sandbox for all journeys; a journey that needs another app starts it itself. */
export default async function setup() {
  const server = process.env.TEST_DATABASE_SERVER ? null : await ownServer();
  const url = process.env.TEST_DATABASE_SERVER ?? server!.url;
  process.env.TEST_DATABASE_SERVER = url;
  const app = await startTestApp(url, { SANDBOX_PASSWORD, SANDBOX_API_KEY });
  process.env.E2E_URL = app.url;
  process.env.E2E_LOG = app.logFile;
  return async () => {
    await app.stop();
    await server?.stop();
  };
}

async function ownServer() {
  const dataDir = mkdtempSync(path.join(tmpdir(), "threadwell-e2e-db-"));
  chmodSync(dataDir, 0o755);
  const server = await startEmbeddedServer({ dataDir, owner: "e2e", throwAway: true });
  return {
    url: server.url("").replace(/\/$/, ""),
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
