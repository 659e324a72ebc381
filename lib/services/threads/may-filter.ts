import { NONE } from "@/lib/domain/list-view";
import { type Actor, may } from "@/lib/services/context";

/** Everybody may ask for what is theirs or nobody's. @throws AppError `forbidden` for another person's without the right */
export function mayFilter(actor: Actor, { assigneeId }: { assigneeId?: string | undefined }): void {
  if (assigneeId && assigneeId !== NONE && assigneeId !== actor.memberId) may(actor, "thread.filterByPerson");
}
