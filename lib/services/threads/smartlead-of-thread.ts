import { desc, eq } from "drizzle-orm";
import { isReachableFromOutside } from "@/lib/core/is-reachable-from-outside";
import type { Database } from "@/lib/db/client";
import { smartleadConnections, smartleadLeads, type threads } from "@/lib/db/schema";
import type { SmartleadOfThread } from "@/lib/domain/smartlead";
import { isSmartleadOpen } from "../replies/smartlead-of-reply";

/** What a thread's page says of Smartlead; null where replies leave by the mailbox's own server. */
export async function smartleadOfThread(
  db: Database,
  { id, engine }: typeof threads.$inferSelect,
): Promise<SmartleadOfThread | null> {
  if (engine !== "smartlead") return null;
  const [found] = await db
    .select({ connection: smartleadConnections, status: smartleadLeads.status })
    .from(smartleadLeads)
    .innerJoin(smartleadConnections, eq(smartleadConnections.id, smartleadLeads.connectionId))
    .where(eq(smartleadLeads.threadId, id))
    .orderBy(desc(smartleadLeads.lastReplyAt), desc(smartleadLeads.id))
    .limit(1);
  return {
    isOpen: found !== undefined && isSmartleadOpen(found.connection),
    areFilesReachable: isReachableFromOutside(),
    handsOver: found?.connection.handsOver ?? false,
    isPaused: found?.status.toUpperCase() === "PAUSED",
  };
}
