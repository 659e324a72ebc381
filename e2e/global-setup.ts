import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/lib/core/free-port";
import { startEmbeddedServer } from "@/lib/db/embedded/server";
import { startTestApp } from "./running-app";
import { SANDBOX_API_KEY, SANDBOX_PASSWORD } from "./secrets";

/** One database server and one app with its sandbox for all journeys; a journey that needs another app starts it itself. */
export default async function setup() {
  const server = process.env.TEST_DATABASE_SERVER ? null : await ownServer();
  const url = process.env.TEST_DATABASE_SERVER ?? server!.url;
  process.env.TEST_DATABASE_SERVER = url;
  const picturesPort = String(await freePort());
  const hostilePort = String(await freePort());
  const app = await startTestApp(url, {
    SANDBOX_PASSWORD,
    SANDBOX_API_KEY,
    IMAGE_PROXY_ALLOW: `127.0.0.1:${picturesPort},127.0.0.1:${hostilePort}`,
  });
  // Journeys about mail that nobody may trust put it into the database and serve its pictures themselves.
  process.env.E2E_PICTURES_PORT = picturesPort;
  process.env.E2E_HOSTILE_PORT = hostilePort;
  process.env.E2E_DATABASE_URL = app.databaseUrl ?? "";
  process.env.E2E_DATA_DIR = app.dataDir;
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
