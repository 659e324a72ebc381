import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { newSecret } from "./ids";

/** A random secret kept in a file that only its owner may read; made at first use. */
export function keptSecret(file: string, make: () => string = newSecret): string {
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    try {
      writeFileSync(file, `${make()}\n`, { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Another start has just made it.
      if ((error as { code?: string }).code !== "EEXIST") throw error;
    }
  }
  return readFileSync(file, "utf8").trim();
}
