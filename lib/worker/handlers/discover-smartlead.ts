import { and, eq, isNotNull } from "drizzle-orm";
import { smartleadConnections } from "@/lib/db/schema";
import { setConnectionState } from "@/lib/services/smartlead/set-connection-state";
import { SmartleadFault } from "@/lib/smartlead/smartlead-api";
import type { WorkerDeps } from "../deps";
import { smartleadApiOf } from "../smartlead-api-of";
import { discoverSmartlead } from "../smartlead-discover";

/** How long the reader leaves a key alone that Smartlead has refused. */
const REFUSED_MS = 15 * 60_000;

/** Finds out what a key opens, for the person who has just pasted it. A key that is refused is told at once and not tried again. */
export async function discoverSmartleadInJob(
  deps: WorkerDeps,
  { connectionId }: { connectionId: string },
): Promise<void> {
  const { db, now } = deps;
  const isIt = and(eq(smartleadConnections.id, connectionId), isNotNull(smartleadConnections.key));
  const [connection] = await db.select().from(smartleadConnections).where(isIt);
  if (!connection) return;
  try {
    await discoverSmartlead({ deps, api: smartleadApiOf(deps, connection), connection, kind: "person" });
  } catch (error) {
    if (!(error instanceof SmartleadFault) || error.reason !== "auth") throw error;
    const nextAttemptAt = new Date(now().getTime() + REFUSED_MS);
    const detail = error.response;
    await setConnectionState(db, connection, now(), { state: "failing", reason: "auth", detail, nextAttemptAt });
  }
}
