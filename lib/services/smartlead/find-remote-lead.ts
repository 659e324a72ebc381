import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages, smartleadLeads } from "@/lib/db/schema";
import type { RemoteLead } from "@/lib/smartlead/smartlead-api";
import type { ConnectionRef } from "./connection-ref";
import { knownRemoteLead } from "./known-remote-lead";

/** The lead that something is about, by its own id or by the stats id of one of its messages. @returns null for one that is not stored */
export async function findRemoteLead(
  db: Database,
  { workspaceId }: ConnectionRef,
  { leadMapId, statsId }: { leadMapId: string | null; statsId: string | null },
): Promise<RemoteLead | null> {
  if (leadMapId === null && statsId === null) return null;
  const ofMessage = db
    .select({ threadId: messages.threadId })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.statsId, statsId ?? "")));
  const [found] = await db
    .select({ id: smartleadLeads.id })
    .from(smartleadLeads)
    .where(
      and(
        eq(smartleadLeads.workspaceId, workspaceId),
        leadMapId === null ? inArray(smartleadLeads.threadId, ofMessage) : eq(smartleadLeads.leadMapId, leadMapId),
      ),
    )
    .limit(1);
  return found ? knownRemoteLead(db, found.id) : null;
}
