import { and, desc, eq } from "drizzle-orm";
import { apiKeys, members } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { may, type Context } from "@/lib/services/context";
import type { ApiKeyView, ListApiKeysInput } from "./schemas";

/** The actor's keys, or everybody's for who may see all; newest first, revoked ones with them. */
export async function listApiKeys({ actor, db }: Context, _input: ListApiKeysInput = {}): Promise<ApiKeyView[]> {
  may(actor, "apiKey.own");
  const isVisible = and(
    eq(apiKeys.workspaceId, actor.workspaceId),
    roleMay(actor.role, "apiKey.all") ? undefined : eq(apiKeys.memberId, actor.memberId),
  );
  const rows = await db
    .select({ key: apiKeys, owner: { id: members.id, name: members.name } })
    .from(apiKeys)
    .innerJoin(members, eq(members.id, apiKeys.memberId))
    .where(isVisible)
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return rows.map(({ key, owner }) => ({
    id: key.id,
    name: key.name,
    hint: key.hint,
    scopes: key.scopes,
    owner,
    isMine: owner.id === actor.memberId,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  }));
}
