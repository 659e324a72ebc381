import { env } from "@/lib/core/env";
import type { smartleadConnections } from "@/lib/db/schema";
import { smartleadBudget } from "@/lib/services/smartlead/budget";
import { smartleadSecrets } from "@/lib/services/smartlead/smartlead-secrets";
import { smartleadClient } from "@/lib/smartlead/client";
import type { SmartleadApi } from "@/lib/smartlead/smartlead-api";
import type { WorkerDeps } from "./deps";

/** Smartlead's API for an account, within the budget of its key. @throws Error once it is disconnected */
export function smartleadApiOf(
  { db, now, smartlead }: WorkerDeps,
  connection: typeof smartleadConnections.$inferSelect,
): SmartleadApi {
  if (smartlead) return smartlead(connection);
  const { key } = smartleadSecrets(connection);
  if (key === null) throw new Error("the account at Smartlead is disconnected");
  return smartleadClient({
    key,
    baseUrl: env().SMARTLEAD_BASE_URL,
    budget: smartleadBudget(db, connection.keyHash),
    now,
  });
}
