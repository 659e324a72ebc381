import { useTranslations } from "next-intl";
import type { NotificationView } from "@/lib/domain/notification";

/** What somebody was told, as one sentence. */
export function useNotificationWords(): (notification: NotificationView) => string {
  const t = useTranslations("notifications");
  return ({ kind, by, thread, task }) =>
    t(`kind.${kind}`, {
      by: by ? "person" : "machine",
      who: by?.name ?? t("somebody"),
      subject: thread?.subject || t("noSubject"),
      name: thread?.name ?? "",
      task: task ?? "",
    });
}
