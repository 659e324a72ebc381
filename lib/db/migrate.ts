import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

const FOLDER = path.join(process.cwd(), "lib/db/migrations");
const LOCK = 7_214_009;

/** Brings the schema up to date. An advisory lock on one connection lets several instances start at once. */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${LOCK})`);
    await runMigrations(db, { migrationsFolder: FOLDER });
  } finally {
    await client.end();
  }
}

/** Hashes of all migrations of this version in order, as drizzle stores them; health compares them with the database's. */
export async function expectedMigrations(): Promise<string[]> {
  const journal = JSON.parse(await readFile(path.join(FOLDER, "meta/_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  return Promise.all(
    journal.entries.map(async ({ tag }) =>
      createHash("sha256")
        .update(await readFile(path.join(FOLDER, `${tag}.sql`), "utf8"))
        .digest("hex"),
    ),
  );
}
