import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { hashPassword, verifyPassword } from "@/lib/core/password";
import { hashSecret } from "@/lib/core/secrets";
import type { Database } from "@/lib/db/client";
import { apiKeys, members, sessions, workspaces } from "@/lib/db/schema";
import { SANDBOX_SIGN_INS } from "@/lib/domain/sandbox-sign-ins";

type Given = { db: Database; now: Clock; password: string; apiKey: string | undefined };

const KEY_NAME = "Sandbox";

/** Gives the sandbox's members and its API key the secrets of this start, where they differ from the stored ones. */
export async function updateSecrets({ db, now, password, apiKey }: Given): Promise<void> {
  const rows = await db
    .select({ member: members })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(workspaces.kind, "sandbox"), inArray(members.email, [...SANDBOX_SIGN_INS])));
  for (const { member } of rows) await updatePassword(db, now, member, password);
  const owner = rows.find(({ member }) => member.role === "sdr")?.member;
  if (apiKey !== undefined && owner) await updateKey(db, now, owner, apiKey);
}

async function updatePassword(db: Database, now: Clock, member: typeof members.$inferSelect, password: string) {
  if (member.passwordHash && (await verifyPassword(member.passwordHash, password))) return;
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    await tx.update(members).set({ passwordHash }).where(eq(members.id, member.id));
    await tx
      .update(sessions)
      .set({ endedAt: now() })
      .where(and(eq(sessions.memberId, member.id), isNull(sessions.endedAt)));
  });
}

/** The given key becomes the one key; the newest one stays as it is, also if somebody revoked it. */
async function updateKey(db: Database, now: Clock, owner: typeof members.$inferSelect, key: string): Promise<void> {
  const { id: memberId, workspaceId } = owner;
  const hash = hashSecret(key);
  await db.transaction(async (tx) => {
    const isOurs = and(eq(apiKeys.memberId, memberId), eq(apiKeys.name, KEY_NAME));
    const [newest] = await tx.select().from(apiKeys).where(isOurs).orderBy(desc(apiKeys.createdAt)).limit(1);
    if (newest?.hash === hash) return;
    await tx
      .update(apiKeys)
      .set({ revokedAt: now() })
      .where(and(isOurs, isNull(apiKeys.revokedAt)));
    const values = {
      workspaceId,
      memberId,
      name: KEY_NAME,
      hash,
      hint: key.slice(-4),
      createdAt: now(),
      revokedAt: null,
    };
    await tx
      .insert(apiKeys)
      .values(values)
      .onConflictDoUpdate({ target: apiKeys.hash, set: values, setWhere: eq(apiKeys.memberId, memberId) });
  });
}
