import type { smartleadConnections } from "@/lib/db/schema";
import type { SmartleadApi } from "@/lib/smartlead/smartlead-api";
import type { WorkerDeps } from "./deps";

/** Smartlead's API for an account. @throws Error once it is disconnected */
export function smartleadApiOf(deps: WorkerDeps, connection: typeof smartleadConnections.$inferSelect): SmartleadApi {
  if (!deps.smartlead) throw new Error("no client yet");
  return deps.smartlead(connection);
}
