import type { tasks } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import type { Actor } from "../context";

/** Who gave a task and who has it may change it and take it away, and who leads the team. */
export const mayChangeTask = (
  { memberId, role }: Actor,
  { createdById, assigneeId }: Pick<typeof tasks.$inferSelect, "createdById" | "assigneeId">,
): boolean => memberId === createdById || memberId === assigneeId || roleMay(role, "task.removeAny");
