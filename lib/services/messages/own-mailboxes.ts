import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes } from "@/lib/db/schema";
import type { WarmUpRules } from "@/lib/db/schema/mailboxes";

export type OwnMailbox = { id: string; address: string; warmUp: WarmUpRules };

/** The workspace's mailboxes, disabled ones included: what they wrote stays ours. */
export function ownMailboxes(db: Database, workspaceId: string): Promise<OwnMailbox[]> {
  return db
    .select({ id: mailboxes.id, address: mailboxes.address, warmUp: mailboxes.warmUp })
    .from(mailboxes)
    .where(eq(mailboxes.workspaceId, workspaceId));
}
