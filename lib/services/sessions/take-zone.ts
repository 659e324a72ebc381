import { and, eq, notExists, notInArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, sessions } from "@/lib/db/schema";
import { SANDBOX_SIGN_INS } from "@/lib/domain/sandbox-sign-ins";

/**
 * Who comes for the first time has had no say in their time zone: they begin with their browser's. Later it is theirs to choose. The
 * sandbox's own people have zones that its story is told in.
 */
export async function takeZone(tx: Database, memberId: string, timeZone: string): Promise<void> {
  const earlier = tx
    .select({ one: sql`1` })
    .from(sessions)
    .where(eq(sessions.memberId, memberId));
  await tx
    .update(members)
    .set({ timeZone })
    .where(and(eq(members.id, memberId), notInArray(members.email, [...SANDBOX_SIGN_INS]), notExists(earlier)));
}
