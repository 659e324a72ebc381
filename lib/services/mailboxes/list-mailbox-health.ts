import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { mailboxes, mailboxFolders, messages, replies } from "@/lib/db/schema";
import { BEHIND_MS, type MailboxHealth } from "@/lib/domain/mailbox-health";
import { may, type Context } from "@/lib/services/context";

/**
 * How each of the workspace's mailboxes stands, in the order of their addresses: its state, what it has sent today by its own
 * zone's clock, and how many replies wait for it.
 * @throws AppError `forbidden` for all but those who keep the mailboxes
 */
export async function listMailboxHealth(context: Context): Promise<MailboxHealth[]> {
  const { actor, db } = context;
  may(actor, "mailbox.manage");
  const rows = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.workspaceId, actor.workspaceId), isNull(mailboxes.removedAt)))
    .orderBy(asc(mailboxes.address));
  const [sent, waiting] = [await sentToday(context), await waitingReplies(context)];
  const refused = await refusedFolders(context);
  return rows.map((row) => ({
    id: row.id,
    address: row.address,
    displayName: row.displayName,
    colour: row.colour,
    engine: row.engine,
    imapHost: row.imapHost,
    signIn: row.signIn,
    isAuthorised: row.signIn === "password" || row.oauthTokens !== null,
    state: row.disabledAt ? "disabled" : row.state,
    stateReason: row.stateReason,
    stateDetail: row.stateDetail,
    stateSince: row.stateSince.toISOString(),
    lastSyncedAt: row.lastSyncedAt?.toISOString() ?? null,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    refusedFolders: refused.get(row.id) ?? null,
    dailyCap: row.dailyCap,
    sentToday: sent.get(row.id) ?? 0,
    waitingReplies: waiting.get(row.id) ?? 0,
  }));
}

/** Counts of messages by mailbox. No zone's day began more than 26 hours ago, which the index can use. */
async function sentToday({ actor, db, now }: Context): Promise<Map<string, number>> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const rows = await db
    .select({ mailboxId: messages.mailboxId, count: sql<number>`count(*)::int` })
    .from(messages)
    .innerJoin(mailboxes, eq(mailboxes.id, messages.mailboxId))
    .where(
      and(
        eq(messages.workspaceId, actor.workspaceId),
        eq(messages.direction, "out"),
        eq(messages.isAutomatic, false),
        sql`${messages.sentAt} > ${at} - interval '26 hours'`,
        sql`${messages.sentAt} >= date_trunc('day', ${at} at time zone ${mailboxes.timeZone}) at time zone ${mailboxes.timeZone}`,
      ),
    )
    .groupBy(messages.mailboxId);
  return new Map(rows.map(({ mailboxId, count }) => [mailboxId, count]));
}

async function waitingReplies({ actor, db }: Context): Promise<Map<string, number>> {
  const rows = await db
    .select({ mailboxId: replies.mailboxId, count: sql<number>`count(*)::int` })
    .from(replies)
    .where(
      and(
        eq(replies.workspaceId, actor.workspaceId),
        inArray(replies.status, ["awaiting_approval", "scheduled", "queued"]),
      ),
    )
    .groupBy(replies.mailboxId);
  return new Map(rows.map(({ mailboxId, count }) => [mailboxId, count]));
}

/** By mailbox. What is refused for a moment is tried again within it, and nobody has to know. */
async function refusedFolders({ actor, db, now }: Context): Promise<Map<string, MailboxHealth["refusedFolders"]>> {
  const rows = await db
    .select({
      mailboxId: mailboxFolders.mailboxId,
      paths: sql<string[]>`array_agg(${mailboxFolders.path} order by ${mailboxFolders.path})`,
      since: sql`min(${mailboxFolders.refusedSince})`.mapWith(mailboxFolders.refusedSince),
    })
    .from(mailboxFolders)
    .innerJoin(mailboxes, eq(mailboxes.id, mailboxFolders.mailboxId))
    .where(
      and(
        eq(mailboxes.workspaceId, actor.workspaceId),
        lt(mailboxFolders.refusedSince, new Date(now().getTime() - BEHIND_MS)),
      ),
    )
    .groupBy(mailboxFolders.mailboxId);
  return new Map(rows.map(({ mailboxId, paths, since }) => [mailboxId, { paths, since: since.toISOString() }]));
}
