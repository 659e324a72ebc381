import { and, eq, isNull, ne, sql, type SQL } from "drizzle-orm";
import { mailboxes, replies, threads } from "@/lib/db/schema";
import type { ReplyRow } from "./reply-row";

/**
 * The mailboxes that could send a reply in the place of its own: of its workspace, connected, and of the same engine, since what
 * the sandbox wrote stays in the sandbox.
 */
export const mayStandIn = ({ workspaceId, mailboxId }: Pick<ReplyRow, "workspaceId" | "mailboxId">): SQL | undefined =>
  and(
    eq(mailboxes.workspaceId, workspaceId),
    ne(mailboxes.id, mailboxId),
    eq(mailboxes.state, "connected"),
    isNull(mailboxes.disabledAt),
    sql`${mailboxes.engine} = (select engine from mailboxes own where own.id = ${mailboxId})`,
  );

/** Whether a mailbox sends for the campaign of a reply's thread. */
export const isOfCampaign = (replyId: string): SQL<boolean> => sql<boolean>`exists (
  select from campaign_mailboxes sending
  join ${threads} on ${threads.campaignId} = sending.campaign_id
  join ${replies} on ${replies.threadId} = ${threads.id}
  where ${replies.id} = ${replyId} and sending.mailbox_id = ${mailboxes.id})`;
