import { env } from "@/lib/core/env";
import type { smartleadConnections } from "@/lib/db/schema";
import { smartleadBudget } from "@/lib/services/smartlead/budget";
import { smartleadSecrets } from "@/lib/services/smartlead/smartlead-secrets";
import { smartleadClient } from "@/lib/smartlead/client";
import type { SmartleadApi } from "@/lib/smartlead/smartlead-api";
import type { WorkerDeps } from "./deps";

/** Smartlead's API for an account. @throws Error once it is disconnected */
export function smartleadApiOf(deps: WorkerDeps, connection: typeof smartleadConnections.$inferSelect): SmartleadApi {
  if (deps.smartlead) return deps.smartlead(connection);
  const { key } = smartleadSecrets(connection);
  if (key === null) throw new Error("the account at Smartlead is disconnected");
  const budget = smartleadBudget(deps.db, connection.keyHash);
  return smartleadClient({ key, baseUrl: env().SMARTLEAD_BASE_URL, budget, now: deps.now });
}
