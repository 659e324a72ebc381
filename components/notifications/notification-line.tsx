import {
  AtSign,
  CircleCheck,
  Eye,
  GraduationCap,
  Hand,
  ListTodo,
  MessageSquare,
  PauseCircle,
  Stamp,
  Undo2,
  UserPlus,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import type { NotificationKind, NotificationView } from "@/lib/domain/notification";
import { notificationPath } from "./notification-path";
import { useNotificationWords } from "./use-notification-words";

const ICONS: Record<NotificationKind, LucideIcon> = {
  mentioned: AtSign,
  assigned: UserPlus,
  handed_over: Hand,
  followed_answered: Eye,
  task_given: ListTodo,
  task_due: ListTodo,
  review_asked: Stamp,
  review_approved: CircleCheck,
  review_returned: Undo2,
  review_commented: MessageSquare,
  coached: GraduationCap,
  reply_held: PauseCircle,
};

type NotificationLineProps = { notification: NotificationView; onOpen: () => void };

/** One thing that the viewer was told, in words; it leads to what it is about. */
export function NotificationLine({ notification, onOpen }: NotificationLineProps) {
  const t = useTranslations("notifications");
  const { words } = useViewer();
  const { id, kind, thread, createdAt, isRead } = notification;
  const Icon = ICONS[kind];
  const text = useNotificationWords()(notification);
  return (
    <li data-notification={id}>
      <Link
        href={notificationPath(notification)}
        prefetch={false}
        onClick={onOpen}
        className="flex min-h-control-touch items-start gap-3 px-4 py-2 -outline-offset-2 hover:bg-hover"
      >
        <span className="relative mt-0.5 flex size-5 shrink-0 items-center justify-center">
          <Icon aria-hidden className="size-4 stroke-[1.75] text-text-2" />
          {isRead ? null : <span aria-hidden className="absolute -top-0.5 -right-0.5 size-2 rounded-full bg-accent" />}
        </span>
        <span className="min-w-0 flex-1">
          {isRead ? null : <span className="sr-only">{t("isUnread")} </span>}
          <span className={cn("block text-13 [overflow-wrap:anywhere]", isRead ? "text-text-2" : "font-medium")}>
            {text}
          </span>
          {thread ? <bdi className="block truncate text-12 text-text-2">{thread.name}</bdi> : null}
        </span>
        <time
          dateTime={createdAt}
          title={words.exact(createdAt)}
          suppressHydrationWarning
          className="shrink-0 text-12 text-text-2 tabular-nums"
        >
          {words.short(createdAt)}
        </time>
      </Link>
    </li>
  );
}
