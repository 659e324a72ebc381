import type { PersonView } from "./person-view";

/** What a member is told personally. */
export const NOTIFICATION_KINDS = [
  "mentioned",
  "assigned",
  "handed_over",
  "followed_answered",
  "task_given",
  "task_due",
  "review_asked",
  "review_approved",
  "review_returned",
  "review_commented",
  "coached",
  "reply_held",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** One line of a member's list. `subjectId` is the note, task, reply or review; `task` the title of a task. */
export type NotificationView = {
  id: string;
  kind: NotificationKind;
  by: PersonView | null;
  thread: { id: number; name: string; subject: string } | null;
  subjectId: string | null;
  task: string | null;
  createdAt: string;
  isRead: boolean;
};

/** Newest first; `next` asks for those before. */
export type NotificationPage = { notifications: NotificationView[]; next: string | null };
