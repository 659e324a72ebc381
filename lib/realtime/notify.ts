import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";

export const CHANNEL = "threadwell_changes";

/** What changed, small enough for NOTIFY (8 kB). Screens read again; nothing private travels in it. */
export type Change = {
  workspaceId: string;
  /**
   * `thread`: its messages or replies; `threads`: what the lists say of several; `smartlead`: how a connection stands; `presence`: who
   * has threads open; `personal`: something for one member (`memberId`), told to their own windows only; `review`: the queue of reviews;
   * `access`: who may see what (a role, a grant, a deactivation), after which streams ask anew whether they may go on.
   */
  kind: "thread" | "threads" | "mailbox" | "smartlead" | "presence" | "personal" | "review" | "access";
  memberId?: string;
  threadId?: number;
  threadIds?: number[];
  mailboxId?: string;
  /** A message of the other side has come, written by a person: somebody may want to be told. */
  arrived?: boolean;
};

/** PostgreSQL takes 8,000 bytes. */
const MOST_BYTES = 7_500;

/** Tells every instance when the transaction commits. Of too many threads it says only that there were some. */
export async function notifyChange(tx: Database, change: Change): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${saidOf(change)})`);
}

/** As `notifyChange` for each, in one statement; PostgreSQL tells what is said twice once. */
export async function notifyChanges(tx: Database, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  const said = sql.param([...new Set(changes.map(saidOf))]);
  await tx.execute(sql`select pg_notify(${CHANNEL}, said) from unnest(${said}::text[]) said`);
}

function saidOf(change: Change): string {
  const said = JSON.stringify(change);
  const { threadIds: _many, ...short } = change;
  return said.length > MOST_BYTES ? JSON.stringify(short) : said;
}
