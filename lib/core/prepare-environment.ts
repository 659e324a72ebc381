import { existsSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "./env";
import { keptSecret } from "./kept-secret";

/**
 * Checks an environment and puts the secrets that were not given (0600 files in the data folder) into it.
 * @returns one sentence for each wrong variable, none when all is well
 */
export function prepareEnvironment(environment: NodeJS.ProcessEnv): string[] {
  const result = parseEnv(environment);
  if ("problems" in result) return result.problems;
  const dataDir = path.resolve(result.env.DATA_DIR);
  environment.DATA_DIR = dataDir;
  environment.AUTH_SECRET ||= keptSecret(path.join(dataDir, "auth-secret"));
  if (!environment.ENCRYPTION_KEY) {
    const { present, former } = keyFiles(dataDir);
    environment.ENCRYPTION_KEY = keptSecret(present);
    if (existsSync(former)) environment.ENCRYPTION_KEY_OLD ||= keptSecret(former);
  }
  return [];
}

/** Where the encryption key lies that was not given, and beside it the one before the last rotation while that is not through. */
export const keyFiles = (dataDir: string) => ({
  present: path.join(dataDir, "encryption-key"),
  former: path.join(dataDir, "encryption-key-old"),
});
