import { sql } from "drizzle-orm";
import { messages } from "@/lib/db/schema";
import { MAX_SUGGESTIONS, type RecipientSuggestion } from "@/lib/domain/recipient-suggestion";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { begins } from "./begins";

const LIMIT = 2 * MAX_SUGGESTIONS;
/** Nobody reads what is sent there. */
const MACHINE = "^(mailer-daemon|postmaster|(do-?)?no-?t?-?reply|bounces?)([+@-]|$)";
/** So many addresses are walked at most: a machine may have written from thousands. */
const WALKED = 500;

/**
 * Who has written to us from an address that begins so, by the newest name. Somebody may have written a thousand times: the
 * index `messages_by_sender` is walked from address to address instead of from message to message.
 */
export async function correspondentsBeginning(
  { actor, db }: Context,
  typed: string,
  own: string[],
): Promise<RecipientSuggestion[]> {
  const sender = sql`(lower(${messages.fromAddress}::text) collate "C")`;
  const next = (beyond = sql`true`) => sql`select ${sender} as address from ${messages}
    where ${messages.workspaceId} = ${actor.workspaceId} and ${begins(sender, typed)} and ${beyond}
    order by ${sender} limit 1`;
  const seen = isOfSeenThread(actor, messages.threadId);
  const { rows } = await db.execute<{ name: string; address: string }>(sql`
    with recursive senders as (
      (${next()})
      union all
      select (${next(sql`${sender} > senders.address`)}) from senders where senders.address is not null
    )
    select senders.address, (
      select ${messages.fromName} from ${messages}
      where ${messages.workspaceId} = ${actor.workspaceId} and ${sender} = senders.address ${seen && sql`and ${seen}`}
      order by ${messages.firstSeenAt} desc limit 1
    ) as name
    from (select address from senders limit ${WALKED}) as senders
    where senders.address !~ ${MACHINE} ${seen && sql`and exists (select 1 from ${messages} where ${messages.workspaceId} = ${actor.workspaceId} and ${sender} = senders.address and ${seen})`}
      and senders.address <> all(${sql.param(own.map((address) => address.toLowerCase()))}::text[])
    limit ${LIMIT}`);
  return rows.map(({ name, address }) => ({ name, address, from: "history", note: "" }));
}
