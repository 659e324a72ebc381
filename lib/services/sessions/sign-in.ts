import { eq } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { verifyPassword } from "@/lib/core/password";
import type { Database, Pool } from "@/lib/db/client";
import { members, sessions, workspaces } from "@/lib/db/schema";
import { record } from "@/lib/services/record";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";
import type { SignInInput } from "./schemas";
import { DAY_MS, SESSION_DAYS } from "./session-length";
import { countAttempt, forgetAttempts } from "./sign-in-limits";

type Visitor = { address: string; userAgent: string | null };
type Deps = { db: Database; pool: Pool; now: Clock };

/**
 * Opens a session for the member with this address and password. Unknown, deactivated and refused members are answered
 * alike and after the same work, so that neither the words nor the time tell who exists.
 * @throws AppError `unauthenticated`, or `rate_limited` after too many attempts on the account or from the visitor's address
 */
export async function signIn(
  { db, pool, now }: Deps,
  { email, password }: SignInInput,
  { address, userAgent }: Visitor,
): Promise<{ sessionId: string }> {
  await countAttempt(pool, { account: email, address });
  const [row] = await db
    .select({ member: members, kind: workspaces.kind })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(eq(members.email, email));
  const matches = await verifyPassword(row?.member.passwordHash ?? NOBODYS_HASH, password);
  if (!row || !matches || !row.member.passwordHash || row.member.deactivatedAt) throw new AppError("unauthenticated");
  if (row.kind === "sandbox" && !(await isSandboxActive(db))) throw new AppError("unauthenticated");

  const { member } = row;
  await forgetAttempts(pool, { account: email, address });
  return db.transaction(async (tx) => {
    const expiresAt = new Date(now().getTime() + SESSION_DAYS * DAY_MS);
    const [session] = await tx
      .insert(sessions)
      .values({ memberId: member.id, userAgent: userAgent?.slice(0, 400) ?? null, createdAt: now(), expiresAt })
      .returning({ id: sessions.id });
    const { workspaceId } = member;
    await record(tx, { workspaceId, memberId: member.id }, "member.signed_in", { subjectId: session!.id });
    return { sessionId: session!.id };
  });
}

/** A hash of the same cost that no password is known for. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$KUfuOK8R/pKiVUtMfEiuLg$SNGA0M+Qo6/DDfP4ea0ZW3bIFXyHzsOCxQ4/aLWGmaM";
