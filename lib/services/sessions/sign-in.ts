import { eq } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { verifyPassword } from "@/lib/core/password";
import type { Database, Pool } from "@/lib/db/client";
import { members, workspaces } from "@/lib/db/schema";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";
import { openSession, type Visitor } from "./open-session";
import { recordRefusedSignIn } from "./record-refused-sign-in";
import type { SignInInput } from "./schemas";
import { countAttempt, forgetAttempts } from "./sign-in-limits";

type Deps = { db: Database; pool: Pool; now: Clock };

/**
 * Opens a session for the member with this address and password. Unknown, deactivated and refused members are answered
 * alike and after the same work, so that neither the words nor the time tell who exists.
 * @throws AppError `unauthenticated`, or `rate_limited` after too many attempts on the account or from the visitor's address
 */
export async function signIn(
  { db, pool, now }: Deps,
  { email, password }: SignInInput,
  visitor: Visitor,
): Promise<{ sessionId: string }> {
  const { address } = visitor;
  await countAttempt(pool, { account: email, address });
  const [row] = await db
    .select({ member: members, kind: workspaces.kind })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(eq(members.email, email));
  const matches = await verifyPassword(row?.member.passwordHash ?? NOBODYS_HASH, password);
  const isLetIn =
    row &&
    matches &&
    row.member.passwordHash &&
    !row.member.deactivatedAt &&
    (row.kind === "team" || (await isSandboxActive(db)));
  const opened = isLetIn ? await openWhileItStands({ db, now }, row.member, visitor) : null;
  if (!opened) {
    const reason = row?.member.deactivatedAt ? "deactivated" : "mismatch";
    await recordRefusedSignIn(db, { member: row?.member ?? null, visitor, by: "password", reason });
    throw new AppError("unauthenticated");
  }
  await forgetAttempts(pool, { account: email, address });
  return opened;
}

/**
 * A session only for a member of whom nothing that was looked at has changed since: comparing a password takes long enough for
 * somebody to change it, which ends the sessions that are there. @returns null when it has changed
 */
const openWhileItStands = ({ db, now }: Omit<Deps, "pool">, member: typeof members.$inferSelect, visitor: Visitor) =>
  db.transaction(async (tx) => {
    const [standing] = await tx
      .select({ passwordHash: members.passwordHash, deactivatedAt: members.deactivatedAt })
      .from(members)
      .where(eq(members.id, member.id))
      .for("no key update");
    if (!standing || standing.passwordHash !== member.passwordHash || standing.deactivatedAt) return null;
    return openSession(tx, member, { visitor, by: "password", at: now() });
  });

/** A hash of the same cost that no password is known for. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$KUfuOK8R/pKiVUtMfEiuLg$SNGA0M+Qo6/DDfP4ea0ZW3bIFXyHzsOCxQ4/aLWGmaM";
