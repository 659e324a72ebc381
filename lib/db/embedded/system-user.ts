import { execFileSync } from "node:child_process";

export type SystemUser = { uid: number; gid: number };

const NAME = "postgres";

/** PostgreSQL refuses to run as root: under root it gets a system user, made when missing. Null for everybody else. */
export function databaseUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const existing = find();
  if (existing) return existing;
  execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME], {
    stdio: "ignore",
  });
  const made = find();
  if (!made) throw new Error(`The system user "${NAME}", as which the database runs, could not be made.`);
  return made;
}

function find(): SystemUser | null {
  try {
    const number = (flag: string) =>
      Number(execFileSync("id", [flag, NAME], { stdio: ["ignore", "pipe", "ignore"] }).toString());
    return { uid: number("-u"), gid: number("-g") };
  } catch {
    return null;
  }
}
