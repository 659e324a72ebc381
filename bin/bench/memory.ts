import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import type { Outcome, Outcomes } from "./measures";

type Process = { pid: number; parent: number; kilobytes: number; command: string };

/** What the app's two processes and the database's hold in memory, and the size of the database's files. */
export async function measureMemory(db: Database): Promise<Outcomes> {
  const { rows } = await db.execute<{ bytes: string }>(sql`select pg_database_size(current_database()) as bytes`);
  const own = descendantsOf(process.pid, runningProcesses());
  return {
    "memory.web": sum(own.filter(({ command }) => command.includes("programs/web.mjs"))),
    "memory.worker": sum(own.filter(({ command }) => command.includes("programs/worker.mjs"))),
    "memory.database": sum(own.filter(({ command }) => /\bpostgres\b/.test(command)).map(shareOf)),
    "memory.disk": { value: Number(rows[0]!.bytes) / 1024 ** 2 },
  };
}

function runningProcesses(): Process[] {
  const list = listOfProcesses();
  return list.split("\n").flatMap((line) => {
    const [, pid, parent, kilobytes, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command ? [{ pid: Number(pid), parent: Number(parent), kilobytes: Number(kilobytes), command }] : [];
  });
}

function listOfProcesses(): string {
  try {
    return execFileSync("ps", ["-eo", "pid=,ppid=,rss=,args="], { encoding: "utf8", maxBuffer: 16 * 1024 ** 2 });
  } catch {
    return "";
  }
}

function descendantsOf(root: number, all: Process[]): Process[] {
  const children = all.filter(({ parent }) => parent === root);
  return children.flatMap((child) => [child, ...descendantsOf(child.pid, all)]);
}

/** Processes of the database share their cache: Linux says what part of it falls to each. */
function shareOf(process: Process): Process {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process.pid}/smaps_rollup`, "utf8")) ?? [];
    return kilobytes ? { ...process, kilobytes: Number(kilobytes) } : process;
  } catch {
    return process;
  }
}

const sum = (processes: Process[]): Outcome =>
  processes.length === 0
    ? { missing: "processes cannot be listed on this machine" }
    : { value: processes.reduce((total, { kilobytes }) => total + kilobytes, 0) / 1024 };
