import pg from "pg";

const LOCK = 7_214_001;

/** Another app runs on the data folder. */
export class FolderTaken extends Error {}

/**
 * Makes this process the one owner of the data folder: an advisory lock that lives as long as its connection, so that
 * a killed app never leaves a stale one. `lost` resolves when the connection ends by itself, that is when the server died.
 */
export async function holdFolder(
  url: string,
  owner: string,
  dataDir: string,
): Promise<{ lost: Promise<void>; release: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url, application_name: owner.slice(0, 60) });
  const lost = new Promise<void>((resolve) => client.once("end", resolve));
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [LOCK]);
  if (!rows[0]?.held) {
    const other = await client.query<{ name: string }>(
      "select application_name as name from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and objid = $1 and granted",
      [LOCK],
    );
    await client.end();
    throw new FolderTaken(
      `Threadwell already runs on ${dataDir} (${other.rows[0]?.name ?? "another process"}). Stop it first, or give another DATA_DIR.`,
    );
  }
  return { lost, release: () => client.end().catch(() => undefined) };
}
