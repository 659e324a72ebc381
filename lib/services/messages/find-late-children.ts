import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { addressKey } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import { baseSubject } from "@/lib/domain/subject";
import type { ThreadKind } from "@/lib/domain/thread-view";
import type { Incoming } from "./direction-of-message";
import type { Contact } from "./ensure-lead";

export type LateChild = {
  /** The thread that it is in, and whose that is. */
  threadId: number;
  kind: ThreadKind;
  contact: Contact | null;
  /** `addressKey`s of everybody in its head. */
  parties: Set<string>;
  fromAddress: string;
  /** The lead whose address wrote it, if any. */
  writerLeadId: string | null;
};

/** Most of what one message can bring together. */
const MOST = 200;

/**
 * Messages of the same mailbox that answer this one and were stored before it: In-Reply-To names it, or References do under the
 * same base subject (index `messages_named`).
 */
export async function findLateChildren(tx: Database, message: Incoming, kind: ThreadKind): Promise<LateChild[]> {
  const { rows } = await tx.execute<Row>(childrenOf(message, kind));
  return rows
    .filter((row) => row.is_named || baseSubject(row.subject).toLowerCase() === message.baseSubject)
    .map((row) => ({
      threadId: Number(row.thread_id),
      kind: row.kind,
      contact:
        row.lead_id && row.campaign_id
          ? { leadId: row.lead_id, campaignId: row.campaign_id, name: row.contact_name, address: row.lead_email ?? "" }
          : null,
      parties: new Set([row.from_address, ...row.recipients.map(({ address }) => address)].map(addressKey)),
      fromAddress: row.from_address,
      writerLeadId: row.writer_lead_id,
    }));
}

type Row = {
  thread_id: string;
  kind: ThreadKind;
  lead_id: string | null;
  lead_email: string | null;
  campaign_id: string | null;
  contact_name: string;
  writer_lead_id: string | null;
  from_address: string;
  recipients: Party[];
  subject: string;
  is_named: boolean;
};

function childrenOf({ workspaceId, mailboxId, messageId }: Incoming, kind: ThreadKind) {
  return sql`
    select t.id as thread_id, t.kind, t.lead_id, of_thread.email::text as lead_email, t.campaign_id, t.contact_name,
      m.subject, m.from_address::text, m."to" || m.cc as recipients, ${messageId} = any(m.in_reply_to) as is_named,
      coalesce((select id from leads where workspace_id = ${workspaceId} and email = m.from_address),
        (select lead_id from lead_addresses where workspace_id = ${workspaceId} and address = m.from_address)) as writer_lead_id
    from messages m join threads t on t.id = m.thread_id left join leads of_thread on of_thread.id = t.lead_id
    where (m.in_reply_to || m."references") @> array[${messageId}]::text[]
      and m.mailbox_id = ${mailboxId} and t.mailbox_id = ${mailboxId} and (t.kind = 'bulk') = ${kind === "bulk"}
    order by t.id limit ${MOST}`;
}
