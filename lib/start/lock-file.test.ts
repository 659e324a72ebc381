import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Entry = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };

test("the lock file holds the packages of every platform, else `npm ci` refuses it", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );

  expect(missing).toEqual([]);
});

test("the lock file names no download address", () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

/** Whether a package that `path` asks for is found from there, as Node would. */
function isLocked(path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (folder === "" || !folder.includes("/node_modules/")) return Boolean(lock.packages[`node_modules/${name}`]);
  }
}
