import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { newId, newSecret } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { smartleadConnections, workspaces } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { ConnectSmartleadInput } from "./schemas";
import { sealKey, sealWebhookSecret, smartleadKeyHash } from "./smartlead-secrets";

/**
 * Keeps a key of Smartlead's, sealed, and has a job find out what it opens. A key that was there before gets its own connection
 * back; another key of an account that is known already is given to that account's connection by the job.
 * @throws AppError `forbidden` for all but admins and in the sandbox
 */
export async function connectSmartlead({ actor, db, now }: Context, { key }: ConnectSmartleadInput) {
  may(actor, "smartlead.manage");
  return db.transaction(async (tx) => {
    const { workspaceId, memberId } = actor;
    await refuseInSandbox(tx, workspaceId);
    const former = await findFormer(tx, workspaceId, smartleadKeyHash(key));
    const id = former?.id ?? newId();
    const fresh = {
      ...sealKey(id, key),
      state: "new" as const,
      stateReason: null,
      stateDetail: null,
      stateSince: now(),
      nextAttemptAt: null,
      disconnectedAt: null,
    };
    if (former) await tx.update(smartleadConnections).set(fresh).where(eq(smartleadConnections.id, id));
    else {
      const secret = sealWebhookSecret(id, newSecret());
      await tx.insert(smartleadConnections).values({ ...fresh, ...secret, id, workspaceId, createdById: memberId });
    }
    await enqueue(tx, JOBS.discoverSmartlead, { connectionId: id });
    await record(tx, actor, "smartlead.connected", { subjectId: id });
    await notifyChange(tx, { workspaceId, kind: "smartlead" });
    return { connectionId: id };
  });
}

async function findFormer(tx: Database, workspaceId: string, keyHash: string) {
  // Two who paste the same key at once make one connection.
  await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for("update");
  const isIt = and(eq(smartleadConnections.workspaceId, workspaceId), eq(smartleadConnections.keyHash, keyHash));
  const [row] = await tx.select({ id: smartleadConnections.id }).from(smartleadConnections).where(isIt).for("update");
  return row;
}

/** The sandbox never meets real mail. */
async function refuseInSandbox(tx: Database, workspaceId: string): Promise<void> {
  const [workspace] = await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  if (workspace?.kind !== "team") throw new AppError("forbidden", { reason: "sandbox" });
}
