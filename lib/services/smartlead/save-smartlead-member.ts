import { and, eq, ne } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { members } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { memberOf } from "@/lib/services/members/member-of";
import { record } from "@/lib/services/record";
import type { SaveSmartleadMemberInput } from "./schemas";

/**
 * Says who a member is at Smartlead, so that owners are carried both ways from then on.
 * @throws AppError `forbidden`, `not_found`, `invalid` with `remoteId` `smartlead_member_taken` when somebody else is that one
 */
export async function saveSmartleadMember({ actor, db }: Context, { memberId, remoteId }: SaveSmartleadMemberInput) {
  may(actor, "smartlead.manage");
  return db.transaction(async (tx) => {
    const { member } = await memberOf(tx, actor, memberId);
    if (remoteId !== null) {
      const others = and(
        eq(members.workspaceId, actor.workspaceId),
        eq(members.smartleadMemberId, remoteId),
        ne(members.id, memberId),
      );
      if ((await tx.$count(members, others)) > 0)
        throw new AppError("invalid", { fields: [{ path: "remoteId", reason: "smartlead_member_taken" }] });
    }
    if (member.smartleadMemberId === remoteId) return { memberId };
    await tx.update(members).set({ smartleadMemberId: remoteId }).where(eq(members.id, memberId));
    await record(tx, actor, "smartlead.member_said", { subjectId: memberId, data: { remoteId } });
    return { memberId };
  });
}
