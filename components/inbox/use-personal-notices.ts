import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { desktopTold, keepTold, readTold } from "@/components/notifications/desktop-told";
import { notificationPath } from "@/components/notifications/notification-path";
import { useMarkNotifications } from "@/components/notifications/use-mark-notifications";
import { useNotificationWords } from "@/components/notifications/use-notification-words";
import type { NotificationView } from "@/lib/domain/notification";
import { newestNotificationsQuery } from "@/lib/queries/notifications";
import { isAppFocused, isDesktopAllowed, showOnDesktop } from "./notify-arrival";
import { useViewer } from "./viewer";

/**
 * Tells on the desktop what colleagues do that wants the viewer, when nobody looks at the app: by one tab of the browser, each once.
 * @returns whom to tell that the viewer's list has grown
 */
export function usePersonalNotices(renderedAt: string): (isTeller: boolean) => Promise<void> {
  const { viewer } = useViewer();
  const queries = useQueryClient();
  const router = useRouter();
  const mark = useMarkNotifications();
  const words = useNotificationWords();
  const turn = useRef(Promise.resolve());
  const show = (told: NotificationView) =>
    showOnDesktop({ title: words(told), body: told.thread?.name ?? "", tag: `notification-${told.id}` }, () => {
      void mark([told.id]);
      router.push(notificationPath(told));
    });
  const tell = async () => {
    const page = await queries.fetchQuery(newestNotificationsQuery()).catch(() => null);
    if (!page) return;
    const { fresh, told } = desktopTold(page.notifications, readTold(viewer.id, renderedAt));
    keepTold(viewer.id, told);
    if (fresh.length === 0 || !viewer.preferences.notify || !isDesktopAllowed() || (await isAppFocused())) return;
    fresh.slice(-MOST_AT_ONCE).forEach(show);
  };
  // One after the other: of two that come together the second must know what the first has told.
  return (isTeller) => (isTeller ? (turn.current = turn.current.then(tell, tell)) : Promise.resolve());
}

/** More would only hide one another. */
const MOST_AT_ONCE = 4;
