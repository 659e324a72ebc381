import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { apiKeys } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { RevokeApiKeyInput } from "./schemas";

/** Ends a key at once: the actor's own, or anybody's for who may see all. Revoked already stays as it was. @throws AppError `not_found` */
export async function revokeApiKey(
  { actor, db, now }: Context,
  { apiKeyId }: RevokeApiKeyInput,
): Promise<{ apiKeyId: string }> {
  may(actor, "apiKey.own");
  const isIts = and(
    eq(apiKeys.id, apiKeyId),
    eq(apiKeys.workspaceId, actor.workspaceId),
    roleMay(actor.role, "apiKey.all") ? undefined : eq(apiKeys.memberId, actor.memberId),
  );
  return db.transaction(async (tx) => {
    const [key] = await tx.select({ id: apiKeys.id }).from(apiKeys).where(isIts);
    if (!key) throw new AppError("not_found", { reason: "api_key" });
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: now() })
      .where(and(isIts, isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    if (revoked.length > 0) await record(tx, actor, "api_key.revoked", { subjectId: apiKeyId });
    return { apiKeyId };
  });
}
