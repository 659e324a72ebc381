import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";

/** A folder of its own for what a test file stores, removed after it. */
export function useFileFolder(): void {
  const folder = mkdtempSync(path.join(tmpdir(), "threadwell-files-"));
  beforeAll(() => void (process.env.DATA_DIR = folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}
