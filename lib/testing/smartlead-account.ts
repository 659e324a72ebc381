import { eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages, smartleadConnections, smartleadLeads, threads } from "@/lib/db/schema";
import { chooseSmartleadCampaigns } from "@/lib/services/smartlead/choose-smartlead-campaigns";
import { connectSmartlead } from "@/lib/services/smartlead/connect-smartlead";
import { listSmartleadConnections } from "@/lib/services/smartlead/list-smartlead-connections";
import { smartleadSecrets } from "@/lib/services/smartlead/smartlead-secrets";
import { smartleadClient } from "@/lib/smartlead/client";
import type { Budget } from "@/lib/smartlead/smartlead-api";
import type { WorkerDeps } from "@/lib/worker/deps";
import { discoverSmartleadInJob } from "@/lib/worker/handlers/discover-smartlead";
import { contextOf, makeMember, makeWorkspace } from "./factories";
import type { FakeLead } from "./fake-smartlead/fake-state";
import { freeBudget } from "./fake-smartlead/free-budget";
import type { FakeSmartlead } from "./fake-smartlead/start-fake-smartlead";

type BudgetOf = (keyHash: string) => Budget;

/** What a worker is given whose Smartlead is a fake one. */
export function smartleadDeps(db: Database, fake: FakeSmartlead, budgetOf: BudgetOf = freeBudget): WorkerDeps {
  const now = () => new Date();
  return {
    db,
    now,
    smartlead: (connection) =>
      smartleadClient({
        key: smartleadSecrets(connection).key ?? "",
        baseUrl: fake.url,
        budget: budgetOf(connection.keyHash),
        now,
        rules: { allow: [fake.allow] },
      }),
  };
}

/** A workspace with an admin who has connected an account and chosen all of its campaigns. */
export async function connectedAccount(db: Database, fake: FakeSmartlead, budgetOf?: BudgetOf) {
  const { id: workspaceId } = await makeWorkspace(db);
  const admin = contextOf(await makeMember(db, { workspaceId, role: "admin" }), db);
  const deps = smartleadDeps(db, fake, budgetOf);
  const { connectionId } = await connectSmartlead(admin, { key: fake.key });
  await discoverSmartleadInJob(deps, { connectionId });
  const [view] = await listSmartleadConnections(admin);
  const campaignIds = view!.campaigns.map(({ id }) => id);
  await chooseSmartleadCampaigns(admin, { connectionId: view!.id, campaignIds });
  return { workspaceId, admin, deps, connectionId: view!.id };
}

export async function connectionRow(db: Database, id: string) {
  const [row] = await db.select().from(smartleadConnections).where(eq(smartleadConnections.id, id));
  if (!row) throw new Error("no such connection");
  return row;
}

/** Each lead's history as it is here: "in answer-1@lead.test" and the like, in one order. */
export async function storedHistories(db: Database, workspaceId: string): Promise<Record<string, string[]>> {
  const rows = await db
    .select({ mapId: smartleadLeads.leadMapId, direction: messages.direction, messageId: messages.messageId })
    .from(smartleadLeads)
    .innerJoin(threads, eq(threads.id, smartleadLeads.threadId))
    .innerJoin(messages, eq(messages.threadId, threads.id))
    .where(eq(smartleadLeads.workspaceId, workspaceId))
    .orderBy(messages.direction, sql`${messages.messageId} collate "C"`);
  const found: Record<string, string[]> = {};
  for (const { mapId, direction, messageId } of rows) (found[mapId] ??= []).push(`${direction} ${messageId}`);
  return found;
}

/** The same as Smartlead has it. */
export function remoteHistories(leads: FakeLead[]): Record<string, string[]> {
  return Object.fromEntries(
    leads.map(({ mapId, history }) => [
      mapId,
      history
        .map(({ type, message_id }) => `${type === "SENT" ? "out" : "in"} ${message_id.replace(/[<>]/g, "")}`)
        .toSorted(),
    ]),
  );
}
