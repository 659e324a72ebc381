import { and, eq, type SQL, sql } from "drizzle-orm";
import { campaigns, threads } from "@/lib/db/schema";
import { type Reader, threadsOf } from "./threads-of";

/**
 * The condition on `campaigns` that every list of them begins with: all of the workspace, or for who is narrowed those that are opened
 * to them, that threads of theirs belong to, or that are the own ones of such threads' mailboxes.
 */
export function campaignsOf(reader: Reader): SQL {
  const isOwn = eq(campaigns.workspaceId, reader.workspaceId);
  const { scope } = reader;
  if (scope === null) return isOwn;
  return and(
    isOwn,
    sql`(${campaigns.id} = any(${sql.param(scope.campaignIds)}::uuid[])
      or ${campaigns.id} in (select ${threads.campaignId} from ${threads} where ${threadsOf(reader)})
      or ${campaigns.directMailboxId} = any(${sql.param(scope.mailboxIds)}::uuid[])
      or ${campaigns.directMailboxId} in (select ${threads.mailboxId} from ${threads} where ${threadsOf(reader)}))`,
  )!;
}
