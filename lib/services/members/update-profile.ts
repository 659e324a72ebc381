import { eq } from "drizzle-orm";
import { members } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { UpdateProfileInput } from "./schemas";

/** Changes the actor's own name, time zone and undo hold. Everybody may change their own. */
export async function updateProfile({ actor, db }: Context, input: UpdateProfileInput): Promise<UpdateProfileInput> {
  return db.transaction(async (tx) => {
    await tx.update(members).set(input).where(eq(members.id, actor.memberId));
    await record(tx, actor, "member.profile_changed", { subjectId: actor.memberId });
    return input;
  });
}
