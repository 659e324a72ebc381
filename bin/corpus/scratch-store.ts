import { openDatabase, type Database } from "@/lib/db/client";
import { startEmbeddedServer } from "@/lib/db/embedded/server";
import { migrate } from "@/lib/db/migrate";
import { mailboxes, workspaces } from "@/lib/db/schema";

export type CorpusStore = { db: Database; workspaceId: string; mailboxes: { id: string; address: string }[] };

// RFC 2606: nobody's, where no own address was named.
const NOBODY = "reader@corpus.invalid";

/** A database server of its own with one team and its mailboxes. What has to be stopped afterwards is put on `undo`. */
export async function openScratchStore(
  dataDir: string,
  addresses: string[],
  undo: (() => Promise<unknown>)[],
): Promise<CorpusStore> {
  const server = await startEmbeddedServer({ dataDir, owner: "npm run corpus", throwAway: true });
  undo.push(server.stop);
  await migrate(server.url());
  const { db, pool } = openDatabase(server.url());
  undo.push(() => pool.end());
  return fillStore(db, addresses);
}

/** The team and its mailboxes, connected but read by nobody. */
export async function fillStore(db: Database, addresses: string[]): Promise<CorpusStore> {
  const [workspace] = await db.insert(workspaces).values({ kind: "team", name: "Corpus" }).returning();
  const workspaceId = workspace!.id;
  const rows = (addresses.length > 0 ? addresses : [NOBODY]).map((address) => ({
    workspaceId,
    address,
    engine: "smtp" as const,
    state: "connected" as const,
  }));
  const made = await db.insert(mailboxes).values(rows).returning({ id: mailboxes.id, address: mailboxes.address });
  return { db, workspaceId, mailboxes: made };
}
