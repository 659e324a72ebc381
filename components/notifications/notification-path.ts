import type { NotificationView } from "@/lib/domain/notification";
import { notePath, paths, reviewPath, threadPath } from "@/lib/url/paths";

/** Where a notification leads: to the note or the review, else to its thread. */
export function notificationPath({ kind, thread, subjectId }: NotificationView): string {
  if (kind === "review_asked" && subjectId) return reviewPath(subjectId);
  if (!thread) return paths.inbox;
  return kind === "mentioned" && subjectId ? notePath(thread.id, subjectId) : threadPath(thread.id);
}
