import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { runStarter, startTestApp } from "./running-app";

test("with nothing given the app makes its own database, says how to sign in, and ends in order", async ({
  request,
}) => {
  // It makes a database of its own and fills it, beside all that the other journeys do.
  test.slow();
  const app = await startTestApp(null, {});
  const secretFiles = readdirSync(app.dataDir).filter((name) => /secret|key|password/.test(name));

  const health = await request.get(`${app.url}/api/health`);
  const second = await runStarter({ DATA_DIR: app.dataDir, PORT: "0" });
  const made = /password: (\S+)/.exec(app.log())?.[1];
  const log = app.log();

  expect(health.status()).toBe(200);
  expect(await health.json()).toMatchObject({ status: "ok", sandbox: "on", worker: "ok" });
  expect(made).toBe(readFileSync(path.join(app.dataDir, "sandbox-password"), "utf8").trim());
  expect(log).toContain("sdr@sandbox.test");
  expect(log).toMatch(/API key, shown this once: tw_\S{20,}/);
  expect(secretFiles.length).toBeGreaterThanOrEqual(4);
  for (const name of secretFiles) expect(statSync(path.join(app.dataDir, name)).mode & 0o077, name).toBe(0);
  expect(second).toMatchObject({ code: 1, output: expect.stringContaining("already runs on") });

  const pidFile = path.join(app.dataDir, "postgres", "postmaster.pid");
  expect(existsSync(pidFile)).toBe(true);
  expect(await app.stop()).toBe(0);
  expect(existsSync(pidFile)).toBe(false);
});

test("a wrong environment stops the start with a sentence a variable", async () => {
  const { code, output } = await runStarter({ PORT: "none", SANDBOX: "perhaps", ADMIN_PASSWORD: "hunter2" });

  expect(code).toBe(1);
  expect(output).toContain("PORT must be a port number.");
  expect(output).toContain("SANDBOX must be on or off.");
  expect(output).toContain("ADMIN_PASSWORD needs at least 12 characters.");
  expect(output).not.toContain("hunter2");
});

test("while the sandbox is on the app is not opened to others, and fills nothing", async () => {
  const app = startTestApp(process.env.TEST_DATABASE_SERVER!, {
    HOST: "0.0.0.0",
    SANDBOX_PASSWORD: "not-opened-to-others",
  });

  const { message } = await app.then(
    () => new Error("it started"),
    (error: Error) => error,
  );

  expect(message).toContain("listens on 127.0.0.1 only");
  expect(message).not.toContain("Filling the sandbox");
});

test("a given password and key are never said", async () => {
  const log = readFileSync(process.env.E2E_LOG!, "utf8");

  expect(log).toContain("Ready on http://localhost:");
  expect(log).toContain("the one in SANDBOX_PASSWORD");
  expect(log).not.toContain("API key");
});
