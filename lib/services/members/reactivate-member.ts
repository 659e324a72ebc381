import { eq } from "drizzle-orm";
import { members } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { memberOf } from "./member-of";
import type { MemberInput } from "./schemas";

/** Lets somebody in again with the password and the keys of before. @throws AppError `not_found` */
export async function reactivateMember(
  { actor, db }: Context,
  { memberId }: MemberInput,
): Promise<{ memberId: string }> {
  may(actor, "team.manage");
  return db.transaction(async (tx) => {
    const { member } = await memberOf(tx, actor, memberId);
    if (!member.deactivatedAt) return { memberId };
    await tx.update(members).set({ deactivatedAt: null }).where(eq(members.id, memberId));
    await record(tx, actor, "member.reactivated", { subjectId: memberId });
    return { memberId };
  });
}
