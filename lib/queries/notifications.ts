import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { NotificationPage } from "@/lib/domain/notification";
import { fetchJson } from "./fetch-json";

export const notificationKeys = {
  all: ["notifications"] as const,
  lists: ["notifications", "list"] as const,
  unread: ["notifications", "unread"] as const,
};

/** What the viewer was told personally, page by page. */
export const notificationsQuery = ({ onlyUnread }: { onlyUnread: boolean }) =>
  infiniteQueryOptions({
    queryKey: [...notificationKeys.lists, { onlyUnread }] as const,
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...(onlyUnread ? { unread: "1" } : {}), ...(pageParam ? { before: pageParam } : {}) };
      return fetchJson<NotificationPage>(`/api/notifications?${new URLSearchParams(asked)}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** The newest of them that wait to be read, as the server has them now. */
export const newestNotificationsQuery = () =>
  queryOptions({
    queryKey: [...notificationKeys.all, "newest"] as const,
    queryFn: ({ signal }) => fetchJson<NotificationPage>("/api/notifications?unread=1", signal),
    staleTime: 0,
    gcTime: 0,
  });

/** How many of them wait to be read. */
export const unreadNotificationsQuery = () =>
  queryOptions({
    queryKey: notificationKeys.unread,
    queryFn: ({ signal }) => fetchJson<{ unread: number }>("/api/notifications/unread", signal),
  });
