import { and, eq, isNull, lt } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { idempotencyKeys } from "@/lib/db/schema";
import type { KeptAnswer, RunningRequest } from "./request";

const KEPT_MS = 24 * 60 * 60_000;
/** No request runs this long: whoever began it has died. */
const DEAD_AFTER_MS = 60_000;

type Asked = Pick<RunningRequest, "apiKeyId" | "key"> & { bodyHash: string };

/**
 * Takes an `Idempotency-Key` for this request, or finds what the first request with it was answered.
 * @throws AppError `conflict`: idempotency_key_reused (another body), idempotency_key_running
 */
export async function beginRequest(
  db: Database,
  { apiKeyId, key, bodyHash }: Asked,
  now: Date,
): Promise<{ run: RunningRequest } | { repeat: KeptAnswer }> {
  const ofKey = eq(idempotencyKeys.apiKeyId, apiKeyId);
  await db.delete(idempotencyKeys).where(and(ofKey, lt(idempotencyKeys.createdAt, new Date(now.getTime() - KEPT_MS))));
  const [mine] = await db
    .insert(idempotencyKeys)
    .values({ apiKeyId, key, bodyHash, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (mine) return { run: { apiKeyId, key, begunAt: now } };
  const isThis = and(ofKey, eq(idempotencyKeys.key, key));
  const [first] = await db.select().from(idempotencyKeys).where(isThis);
  if (first && first.bodyHash !== bodyHash) throw new AppError("conflict", { reason: "idempotency_key_reused" });
  if (first?.response) return { repeat: first.response as KeptAnswer };
  if (first && first.createdAt.getTime() < now.getTime() - DEAD_AFTER_MS) {
    const [taken] = await db
      .update(idempotencyKeys)
      .set({ createdAt: now })
      .where(and(isThis, eq(idempotencyKeys.createdAt, first.createdAt), isNull(idempotencyKeys.response)))
      .returning();
    if (taken) return { run: { apiKeyId, key, begunAt: now } };
  }
  throw new AppError("conflict", { reason: "idempotency_key_running" });
}
