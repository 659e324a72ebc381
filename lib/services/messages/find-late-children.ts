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

type Home = { kind: ThreadKind; leadId: string | null };

/** Of a correspondent or a mailbox only the newest are looked at, so that an arrival costs the same however much mail there is. */
const MOST_LEAD_THREADS = 50;
const MOST_OF_A_WRITER = 100;
const MOST_STRANGERS = 200;
const MOST_WRITERS = 20;
/** A clock may be slow; an answer comes within weeks. */
const EARLIEST = "1 day";
const LATEST = "30 days";

/**
 * Messages of the same mailbox that answer this one and were stored before it: In-Reply-To names it, or References do under the
 * same base subject. Looked for where they can be: in the lead's threads, among what the other parties wrote, and among
 * the strangers' threads of the weeks after it (somebody to whom it was passed on).
 */
export async function findLateChildren(tx: Database, message: Incoming, home: Home): Promise<LateChild[]> {
  const { rows } = await tx.execute<Row>(childrenOf(message, home));
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

function childrenOf(message: Incoming, { kind, leadId }: Home) {
  const { workspaceId, mailboxId, messageId } = message;
  const own = new Set(message.ownAddresses.map(addressKey));
  const writers = [...new Set([...(message.from ? [message.from] : []), ...message.to, ...message.cc].map(keyOf))]
    .filter((address) => address !== "" && !own.has(address))
    .slice(0, MOST_WRITERS);
  const at = message.sentAt.toISOString();
  return sql`
    with near as (
      (select id from threads where lead_id = ${leadId} and mailbox_id = ${mailboxId} and kind = 'lead'
        and last_message_at > ${at}::timestamptz - ${EARLIEST}::interval order by last_message_at desc limit ${MOST_LEAD_THREADS})
      union
      (select id from threads where mailbox_id = ${mailboxId} and kind = ${kind === "bulk" ? "bulk" : "untracked"}
        and last_message_at between ${at}::timestamptz - ${EARLIEST}::interval and ${at}::timestamptz + ${LATEST}::interval
        order by last_message_at desc limit ${MOST_STRANGERS})
      union
      select wrote.thread_id from unnest(${sql.param(writers)}::citext[]) writer, lateral (
        select thread_id from messages where workspace_id = ${workspaceId} and from_address = writer
        order by first_seen_at desc limit ${MOST_OF_A_WRITER}) wrote
    )
    select t.id as thread_id, t.kind, t.lead_id, of_thread.email::text as lead_email, t.campaign_id, t.contact_name,
      m.subject, m.from_address::text, m."to" || m.cc as recipients, ${messageId} = any(m.in_reply_to) as is_named,
      coalesce((select id from leads where workspace_id = ${workspaceId} and email = m.from_address),
        (select lead_id from lead_addresses where workspace_id = ${workspaceId} and address = m.from_address)) as writer_lead_id
    from near join threads t on t.id = near.id join messages m on m.thread_id = t.id
      left join leads of_thread on of_thread.id = t.lead_id
    where t.mailbox_id = ${mailboxId} and (t.kind = 'bulk') = ${kind === "bulk"} and m.mailbox_id = ${mailboxId}
      and (${messageId} = any(m.in_reply_to) or ${messageId} = any(m."references"))
    order by t.id`;
}

const keyOf = ({ address }: { address: string }): string => addressKey(address);
