import { type ListView, NONE, roleMayView } from "@/lib/domain/list-view";
import { AppError } from "@/lib/core/errors";
import { type Actor, may } from "@/lib/services/context";

/** Everybody may ask for what is theirs or nobody's. @throws AppError `forbidden` for another person's, or a list of what is planned, without the right */
export function mayFilter(
  actor: Actor,
  { view, assigneeId }: { view: ListView; assigneeId?: string | undefined },
): void {
  if (!roleMayView(actor.role, view)) throw new AppError("forbidden");
  if (assigneeId && assigneeId !== NONE && assigneeId !== actor.memberId) may(actor, "thread.filterByPerson");
}
