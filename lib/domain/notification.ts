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
