import { newSecret } from "@/lib/core/ids";
import { hashSecret } from "@/lib/core/secrets";
import { apiKeys } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { CreateApiKeyInput } from "./schemas";

/** Makes a key that acts as its maker. `secret` is answered this once; only its hash is kept. */
export async function createApiKey(
  { actor, db, now }: Context,
  { name, scopes }: CreateApiKeyInput,
): Promise<{ id: string; name: string; hint: string; secret: string }> {
  may(actor, "apiKey.own");
  const secret = `tw_${newSecret()}`;
  const { workspaceId, memberId } = actor;
  const hint = secret.slice(-4);
  return db.transaction(async (tx) => {
    const [key] = await tx
      .insert(apiKeys)
      .values({ workspaceId, memberId, name, hint, scopes: scopes ?? null, hash: hashSecret(secret), createdAt: now() })
      .returning({ id: apiKeys.id });
    await record(tx, actor, "api_key.created", { subjectId: key!.id, data: { scopes: scopes ?? null } });
    return { id: key!.id, name, hint, secret };
  });
}
