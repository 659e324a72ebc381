import { and, eq, type SQL, sql } from "drizzle-orm";
import { campaignMailboxes, mailboxes, threads } from "@/lib/db/schema";
import { type Reader, threadsOf } from "./threads-of";

/**
 * The condition on `mailboxes` that every list of them begins with: all of the workspace, or for who is narrowed those that are opened
 * to them, that their campaigns are sent from, or that threads of theirs lie in.
 */
export function mailboxesOf(reader: Reader): SQL {
  const isOwn = eq(mailboxes.workspaceId, reader.workspaceId);
  const { scope } = reader;
  if (scope === null) return isOwn;
  return and(
    isOwn,
    sql`(${mailboxes.id} = any(${sql.param(scope.mailboxIds)}::uuid[])
      or ${mailboxes.id} in (select ${campaignMailboxes.mailboxId} from ${campaignMailboxes} where ${campaignMailboxes.campaignId} = any(${sql.param(scope.campaignIds)}::uuid[]))
      or ${mailboxes.id} in (select ${threads.mailboxId} from ${threads} where ${threadsOf(reader)}))`,
  )!;
}
