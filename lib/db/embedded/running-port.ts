import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Places } from "./places";

/** The port of a server that runs on this data, from its postmaster.pid (line 1 the pid, line 4 the port), else null. */
export async function runningPort(places: Places): Promise<number | null> {
  const file = path.join(places.data, "postmaster.pid");
  for (let attempt = 0; attempt < 20; attempt++) {
    if (!existsSync(file)) return null;
    const [pid, , , port] = readFileSync(file, "utf8").split("\n");
    if (!isAlive(Number(pid))) return null;
    if (port) return Number(port);
    await sleep(100);
  }
  return null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}
