import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { machineSlowness } from "./lib/testing/machine-slowness";

const installed = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((file) => existsSync(file));

const slowness = machineSlowness();

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/global-setup.ts",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  workers: 2,
  // CI says which journeys needed a second try: they pass, and are listed to be mended.
  retries: process.env.CI ? 1 : 0,
  // Machines differ by a factor of ten; what is awaited is the same everywhere.
  timeout: 120_000 * slowness,
  expect: { timeout: 10_000 * slowness },
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? "test-results/report.json" }]],
  use: {
    // A press that finds nothing fails by itself, and does not wait for the end of the journey.
    actionTimeout: 30_000 * slowness,
    viewport: { width: 1440, height: 900 },
    // Colours that are on their way are no colours to judge, and frames that nobody looks at are not drawn.
    contextOptions: { reducedMotion: "reduce" },
    // A trace of every step costs a third of the run; TRACE=on keeps those of journeys that fail.
    trace: process.env.TRACE === "on" ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(installed ? { executablePath: installed } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
