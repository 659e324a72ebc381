import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { idempotencyKeys } from "@/lib/db/schema";
import type { KeptAnswer, RunningRequest } from "./request";

/**
 * Keeps a request's answer, in the transaction of what it did.
 * @throws AppError `conflict` when another request has taken the key over meanwhile: then nothing may be done
 */
export async function finishRequest(tx: Database, request: RunningRequest, response: KeptAnswer): Promise<void> {
  const [kept] = await tx.update(idempotencyKeys).set({ response }).where(holds(request)).returning();
  if (!kept) throw new AppError("conflict", { reason: "idempotency_key_running" });
}

/** Gives the key back after a failure that says nothing about the request, so that it can be tried again at once. */
export async function abandonRequest(db: Database, request: RunningRequest): Promise<void> {
  await db.delete(idempotencyKeys).where(holds(request));
}

const holds = ({ apiKeyId, key, begunAt }: RunningRequest) =>
  and(
    eq(idempotencyKeys.apiKeyId, apiKeyId),
    eq(idempotencyKeys.key, key),
    eq(idempotencyKeys.createdAt, begunAt),
    isNull(idempotencyKeys.response),
  );
