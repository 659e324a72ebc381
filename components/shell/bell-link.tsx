"use client";

import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { unreadNotificationsQuery } from "@/lib/queries/notifications";
import { paths } from "@/lib/url/paths";
import { ListLink } from "./list-link";

/** The viewer's notifications, with how many are unread; in the rail the bell alone, with a dot. */
export function BellLink({ isActive, className }: { isActive: boolean; className: string }) {
  const t = useTranslations("shell.nav");
  const format = useFormatter();
  const { data } = useQuery(unreadNotificationsQuery());
  const unread = data?.unread ?? 0;
  return (
    <ListLink href={paths.notifications} title={t("notifications")} isActive={isActive} className={className}>
      <span className="relative shrink-0">
        <Bell aria-hidden className="size-[15px] stroke-[1.75]" />
        {unread > 0 ? (
          <span aria-hidden className="absolute -top-0.5 -right-0.5 size-2 rounded-full bg-accent lg:hidden" />
        ) : null}
      </span>
      <span className="min-w-0 flex-1 truncate max-lg:sr-only">{t("notifications")}</span>
      {unread > 0 ? (
        <span className="shrink-0 rounded-full bg-accent px-1.5 text-11 font-medium text-text-on-accent tabular-nums max-lg:hidden">
          {unread > 99 ? "99+" : format.number(unread)}
        </span>
      ) : null}
      {unread > 0 ? <span className="sr-only"> {t("unreadNotifications")}</span> : null}
    </ListLink>
  );
}
