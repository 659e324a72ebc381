import { eq } from "drizzle-orm";
import { members } from "@/lib/db/schema";
import { isAlwaysNarrowed, isNeverNarrowed } from "@/lib/domain/permissions";
import { AppError } from "@/lib/core/errors";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import { memberOf } from "../members/member-of";
import { record } from "../record";
import type { SetAccessInput } from "./schemas";
import { writeGrants } from "./write-grants";

/**
 * Says which threads a member sees: all, or those of the mailboxes, campaigns and clients named, beside what is their team's or
 * assigned to them. It counts from their next request on.
 * @throws AppError `not_found` (member, mailbox, campaign, client); `unprocessable` (always_sees_all) for an admin, (never_sees_all)
 * for a client who is to see everything
 */
export async function setAccess({ actor, db }: Context, { memberId, seesAll, grants }: SetAccessInput) {
  may(actor, "team.manage");
  return db.transaction(async (tx) => {
    const { member } = await memberOf(tx, actor, memberId);
    if (isNeverNarrowed(member.role)) throw new AppError("unprocessable", { reason: "always_sees_all" });
    if (seesAll && isAlwaysNarrowed(member.role)) throw new AppError("unprocessable", { reason: "never_sees_all" });
    await tx.update(members).set({ seesAll }).where(eq(members.id, memberId));
    await writeGrants(tx, actor, { memberId }, grants);
    await record(tx, actor, "member.access_changed", { subjectId: memberId, data: { seesAll, grants: grants.length } });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "access", memberId });
    return { memberId };
  });
}
