"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Bell, CheckCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { OfflineLine } from "@/components/inbox/offline-line";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Toggle } from "@/components/ui/toggle";
import { notificationsQuery, unreadNotificationsQuery } from "@/lib/queries/notifications";
import { NotificationLine } from "./notification-line";
import { useMarkNotifications } from "./use-mark-notifications";

/** What the viewer was told personally, newest first. */
export function NotificationsScreen() {
  const t = useTranslations("notifications");
  const [onlyUnread, setOnlyUnread] = useState(false);
  const { data: count } = useQuery(unreadNotificationsQuery());
  const mark = useMarkNotifications();
  return (
    <section aria-labelledby="notifications-title" className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex min-h-bar shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1">
        <h1 id="notifications-title" className="min-w-fit flex-1 text-16 font-strong tracking-tight">
          {t("title")}
        </h1>
        <Toggle showLabel label={t("onlyUnread")} checked={onlyUnread} onChange={setOnlyUnread} />
        <Button
          size="sm"
          icon={<CheckCheck aria-hidden />}
          disabled={!count?.unread}
          onClick={({ currentTarget }) => {
            currentTarget.closest("section")?.querySelector<HTMLElement>("[data-notifications]")?.focus();
            void mark();
          }}
        >
          {t("markAll")}
        </Button>
      </header>
      <OfflineLine />
      <div data-notifications tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
        <Lines onlyUnread={onlyUnread} onOpen={(id) => void mark([id])} />
      </div>
    </section>
  );
}

function Lines({ onlyUnread, onOpen }: { onlyUnread: boolean; onOpen: (id: string) => void }) {
  const t = useTranslations("notifications");
  const { data, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    notificationsQuery({ onlyUnread }),
  );
  const lines = data?.pages.flatMap(({ notifications }) => notifications);
  if (!lines)
    return isError ? (
      <EmptyState
        tone="bad"
        icon={<CircleX aria-hidden />}
        title={t("notLoaded")}
        actions={<Button onClick={() => void refetch()}>{t("again")}</Button>}
      />
    ) : (
      <Loading />
    );
  if (lines.length === 0)
    return (
      <EmptyState icon={<Bell aria-hidden />} title={t(onlyUnread ? "allRead" : "empty")}>
        {t("emptyText")}
      </EmptyState>
    );
  return (
    <>
      <ol aria-label={t("title")} className="divide-y divide-line">
        {lines.map((each) => (
          <NotificationLine
            key={each.id}
            notification={each}
            onOpen={() => {
              if (!each.isRead) onOpen(each.id);
            }}
          />
        ))}
      </ol>
      {hasNextPage ? (
        <p className="p-4">
          <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("older")}
          </Button>
        </p>
      ) : null}
    </>
  );
}

const Loading = () => (
  <div aria-hidden className="flex flex-col gap-4 p-4">
    {["w-2/3", "w-1/2", "w-3/5"].map((width) => (
      <Skeleton key={width} className={width} />
    ))}
  </div>
);
