"use client";

import { useQuery } from "@tanstack/react-query";
import { Menu as MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { late } from "@/components/ui/late";
import { usePathname, useSearchParams } from "next/navigation";
import { useRef, useState } from "react";
import { unreadNotificationsQuery } from "@/lib/queries/notifications";
import { countsQuery } from "@/lib/queries/threads";
import { paths } from "@/lib/url/paths";
import { activeEntry } from "./active-entry";
import { ListLink } from "./list-link";
import { BOTTOM_ITEMS, mayOpen } from "./nav-items";
import type { ShellSession } from "./shell-session";
import { StoppedBadge } from "./stopped-badge";

const entryClass =
  "relative flex min-h-control-touch min-w-0 flex-1 flex-col items-center justify-center gap-0.5 pt-1.5 pb-1 text-11 text-text-2 -outline-offset-2 aria-[current]:text-accent-text [&_svg]:size-5 [&_svg]:stroke-[1.75]";

const MoreSheet = late(() => import("./more-sheet").then((file) => file.MoreSheet));

/** Four ways on a phone. An open thread has the whole screen, so that there the bar gives way to the thread's own foot. */
export function BottomBar({ session }: { session: ShellSession }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const active = activeEntry(pathname, useSearchParams());
  const { data: counts } = useQuery(countsQuery());
  const { data: told } = useQuery(unreadNotificationsQuery());
  const views: Partial<Record<string, number>> = counts?.views ?? {};
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  if (pathname.startsWith(`${paths.inbox}/`)) return null;
  return (
    <nav
      aria-label={t("navigation")}
      data-pane="navigation"
      data-foot
      className="shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <StoppedBadge role={session.role} className="w-full justify-center border-b border-line px-4" />
      <div className="flex">
        {BOTTOM_ITEMS.filter((item) => mayOpen(session.role, item)).map(({ key, href, icon: Icon }) => (
          <ListLink key={key} href={href} isActive={active === key} className={entryClass}>
            <Icon aria-hidden />
            <span className="max-w-full truncate">{t(`nav.${key}`)}</span>
            <Count value={views[key]} />
          </ListLink>
        ))}
        <button
          ref={button}
          type="button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onPointerEnter={MoreSheet.load}
          onClick={() => setOpen(true)}
          className={entryClass}
        >
          <MenuIcon aria-hidden />
          {t("more")}
          <Count value={told?.unread} />
        </button>
      </div>
      {isOpen ? <MoreSheet session={session} active={active} openedBy={button} onClose={() => setOpen(false)} /> : null}
    </nav>
  );
}

function Count({ value }: { value: number | undefined }) {
  if (!value) return null;
  return (
    <span className="absolute top-1 left-1/2 ml-1.5 rounded-full bg-accent px-1 text-10 font-medium text-text-on-accent tabular-nums">
      {value > 99 ? "99+" : value}
    </span>
  );
}
