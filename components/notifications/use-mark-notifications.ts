import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { markRead } from "@/lib/actions/notifications";
import type { NotificationPage } from "@/lib/domain/notification";
import { notificationKeys } from "@/lib/queries/notifications";

/** Marks notifications as read, those that are named or all: shown at once, and as the server has it afterwards. */
export function useMarkNotifications() {
  const t = useTranslations("notifications");
  const queries = useQueryClient();
  return async (ids?: string[]): Promise<void> => {
    queries.setQueriesData<InfiniteData<NotificationPage>>({ queryKey: notificationKeys.lists }, (known) =>
      known ? withRead(known, ids) : known,
    );
    queries.setQueryData<{ unread: number }>(notificationKeys.unread, (known) =>
      known ? { unread: ids ? Math.max(0, known.unread - ids.length) : 0 } : known,
    );
    const answer = await markRead(ids ? { ids } : {}).catch(() => null);
    if (!answer?.ok) toast(t("failed"), { tone: "bad" });
    await queries.invalidateQueries({ queryKey: notificationKeys.all });
  };
}

const withRead = (known: InfiniteData<NotificationPage>, ids: string[] | undefined) => ({
  ...known,
  pages: known.pages.map((page) => ({
    ...page,
    notifications: page.notifications.map((each) => (!ids || ids.includes(each.id) ? { ...each, isRead: true } : each)),
  })),
});
