import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leadAddresses, leads, messages, replies, threads } from "@/lib/db/schema";
import type { Identity } from "@/lib/mail/imap/fetch-identities";
import { wasWrittenTo } from "@/lib/services/messages/was-written-to";
import type { Mailbox } from "./mailbox-lease";

const AT_ONCE = 500;

/**
 * Which of a folder's messages are stored already, told without fetching them.
 * @returns by UID the stored message's id, and whether it is the very same source (its size says so): what only bears a known
 * Message-ID may be somebody else's and is fetched
 */
export async function knownAmong(
  db: Database,
  { id: mailboxId, workspaceId }: Mailbox,
  identities: Identity[],
): Promise<Map<number, { id: string; isSame: boolean }>> {
  const known = new Map<number, { id: string; isSame: boolean }>();
  for (let at = 0; at < identities.length; at += AT_ONCE) {
    const part = identities.slice(at, at + AT_ONCE);
    const ids = part.flatMap(({ messageId }) => messageId ?? []);
    if (ids.length === 0) continue;
    const rows = await db
      .select({ id: messages.id, messageId: messages.messageId, size: messages.size })
      .from(messages)
      .where(
        and(
          eq(messages.workspaceId, workspaceId),
          inArray(messages.messageId, ids),
          // What another own mailbox wrote is stored as its message, once.
          or(eq(messages.mailboxId, mailboxId), eq(messages.direction, "out")),
        ),
      );
    for (const { uid, messageId, size } of part) {
      const named = rows.filter((row) => row.messageId === messageId);
      const same = named.find((row) => row.size === size);
      const row = same ?? named[0];
      if (row) known.set(uid, { id: row.id, isSame: same !== undefined });
    }
  }
  return known;
}

/**
 * Of what lies in Junk, the messages that may be of interest: from a lead or somebody to whom we wrote, answers to what is
 * stored or was sent, and delivery reports. The rest is not even fetched.
 */
export async function interestingJunk(db: Database, mailbox: Mailbox, identities: Identity[]): Promise<Identity[]> {
  const { workspaceId } = mailbox;
  const found: Identity[] = [];
  for (const identity of identities) {
    const { isReport, from, named } = identity;
    const isWanted =
      isReport ||
      (from !== null && ((await isLead(db, workspaceId, from)) || (await wasWrittenTo(db, workspaceId, from)))) ||
      (await isNamed(db, workspaceId, named));
    if (isWanted) found.push(identity);
  }
  return found;
}

async function isLead(db: Database, workspaceId: string, address: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from ${leads} where ${leads.workspaceId} = ${workspaceId} and ${leads.email} = ${address}
    union all
    select 1 from ${leadAddresses}
      where ${leadAddresses.workspaceId} = ${workspaceId} and ${leadAddresses.address} = ${address} limit 1`);
  return rows.length > 0;
}

async function isNamed(db: Database, workspaceId: string, ids: string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const [message] = await db
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        inArray(messages.messageId, ids),
        or(eq(messages.direction, "out"), eq(threads.kind, "lead")),
      ),
    )
    .limit(1);
  if (message) return true;
  const [reply] = await db
    .select({ id: replies.id })
    .from(replies)
    .where(and(eq(replies.workspaceId, workspaceId), inArray(replies.messageId, ids)))
    .limit(1);
  return reply !== undefined;
}
