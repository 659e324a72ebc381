import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/db/client";
import { smartleadCampaigns, smartleadConnections } from "@/lib/db/schema";
import { makeWorkspace } from "./factories";

/** A workspace with an account at Smartlead of which campaign 7001 is chosen and 7002 is not, and nothing is read yet. */
export async function makeRemoteAccount(db: Database): Promise<{ id: string; workspaceId: string }> {
  const { id: workspaceId } = await makeWorkspace(db);
  const secret = { keyHint: "abcd", keyHash: "h", webhookSecret: "s", webhookHash: randomUUID() };
  const [made] = await db
    .insert(smartleadConnections)
    .values({ workspaceId, ...secret })
    .returning();
  const own = { workspaceId, connectionId: made!.id };
  await db.insert(smartleadCampaigns).values([
    { ...own, remoteId: "7001", name: "Spring", isChosen: true },
    { ...own, remoteId: "7002", name: "Autumn" },
  ]);
  return { id: made!.id, workspaceId };
}
