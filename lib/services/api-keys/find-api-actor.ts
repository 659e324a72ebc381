import { and, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { formerHashes, hashSecret, isPresentHash } from "@/lib/core/secrets";
import type { Database } from "@/lib/db/client";
import { apiKeys, members, workspaces } from "@/lib/db/schema";
import { scopeOf } from "@/lib/services/access/scope-of";
import type { ApiScope } from "@/lib/domain/api-scope";
import type { Actor } from "@/lib/services/context";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";

/** `scopes`: what the key may be used for; null for everything. */
export type ApiActor = Actor & { apiKeyId: string; scopes: ApiScope[] | null };

const USED_EVERY_MS = 60_000;

/**
 * The member whom an API key stands for, with the role that he has now. Null for a key that nobody made, that was revoked,
 * whose maker was deactivated, or that belongs to a sandbox which is closed.
 */
export async function findApiActor(db: Database, key: string, now: Date = new Date()): Promise<ApiActor | null> {
  const [found] = await db
    .select({
      member: members,
      kind: workspaces.kind,
      apiKeyId: apiKeys.id,
      scopes: apiKeys.scopes,
      hash: apiKeys.hash,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .innerJoin(members, eq(members.id, apiKeys.memberId))
    .innerJoin(workspaces, eq(workspaces.id, apiKeys.workspaceId))
    .where(
      and(
        inArray(apiKeys.hash, [hashSecret(key), ...formerHashes(key)]),
        isNull(apiKeys.revokedAt),
        isNull(members.deactivatedAt),
      ),
    );
  if (!found) return null;
  if (found.kind === "sandbox" && !(await isSandboxActive(db))) return null;
  if (!isPresentHash(found.hash))
    await db
      .update(apiKeys)
      .set({ hash: hashSecret(key) })
      .where(eq(apiKeys.id, found.apiKeyId));
  await touch(db, found.apiKeyId, found.lastUsedAt, now);
  const { id: memberId, workspaceId, role, name, email } = found.member;
  const scope = await scopeOf(db, found.member);
  return { memberId, workspaceId, role, name, email, apiKeyId: found.apiKeyId, scopes: found.scopes, scope };
}

/** Notes the use, at most once a minute: a busy key must not rewrite its row at every call. */
async function touch(db: Database, apiKeyId: string, lastUsedAt: Date | null, now: Date): Promise<void> {
  const limit = new Date(now.getTime() - USED_EVERY_MS);
  if (lastUsedAt && lastUsedAt > limit) return;
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.id, apiKeyId), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, limit))));
}
