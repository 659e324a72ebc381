import type { NotificationView } from "@/lib/domain/notification";
import { notePath, paths, reviewPath, threadPath } from "@/lib/url/paths";

/** Where a notification leads: to the note or the review, else to its thread. */
export function notificationPath({ kind, thread, subjectId }: NotificationView): string {
  if (subjectId && (kind === "review_asked" || kind === "review_commented")) return reviewPath(subjectId);
  if (subjectId && kind === "coached") return `${reviewPath(subjectId)}&tab=samples`;
  if (!thread) return paths.inbox;
  return kind === "mentioned" && subjectId ? notePath(thread.id, subjectId) : threadPath(thread.id);
}
