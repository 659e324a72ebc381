import { eq, or, sql, type SQL } from "drizzle-orm";
import { messages } from "@/lib/db/schema";

/** Whom a message was forwarded to may answer that; only the lead answers for the lead. A condition on `messages`. */
export const answersNoForward = (leadId: string | null): SQL | undefined =>
  or(
    leadId ? eq(messages.fromAddress, sql`(select leads.email from leads where leads.id = ${leadId})`) : undefined,
    sql`not exists (select from replies forwards where forwards.workspace_id = ${messages.workspaceId}
      and forwards.kind = 'forward' and forwards.thread_id = ${messages.threadId}
      and forwards.message_id = any(${messages.inReplyTo}))`,
  );
