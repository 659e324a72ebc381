import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// As many as there are processors: by default one is left for who watches, half of a small machine.
const WORKERS = availableParallelism();
const alias = { "@": import.meta.dirname };

export default defineConfig({
  resolve: { alias },
  test: {
    env: { LOG_LEVEL: "silent" },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["app/**/*.test.ts", "lib/**/*.test.ts", "components/**/*.test.ts", "bin/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/*.mail.test.ts", "**/*.env.test.ts"],
          // Reading the sources once, not once a file, takes a quarter of the time.
          isolate: false,
          maxWorkers: WORKERS,
          setupFiles: ["lib/testing/random-runs.ts"],
          // What takes a second takes ten on a machine that is shared.
          testTimeout: 30_000 * Number(process.env.RANDOM_TIMES ?? 1),
        },
      },
      {
        resolve: { alias },
        // The environment is read once, so that a file with one of its own wants a process of its own.
        test: { name: "env", include: ["**/*.env.test.ts"], exclude: ["node_modules", ".next"] },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ["node_modules", ".next"],
          globalSetup: ["lib/testing/global-setup.ts"],
          // As for the units; what a process remembers is forgotten before each file.
          isolate: false,
          maxWorkers: WORKERS,
          setupFiles: ["lib/testing/fresh-process.ts"],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "mail",
          include: ["**/*.mail.test.ts"],
          exclude: ["node_modules", ".next"],
          globalSetup: ["lib/testing/global-setup.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // They wait for servers more than they work.
          maxWorkers: 2,
        },
      },
    ],
  },
});
