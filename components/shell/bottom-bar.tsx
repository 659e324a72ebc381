"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { paths } from "@/lib/url/paths";
import type { ShellSession } from "./shell-session";
import { MoreSheet } from "./more-sheet";
import { activeItem, BOTTOM_ITEMS, type NavCounts } from "./nav-items";
import type { Theme } from "./theme";

const entryClass =
  "relative flex min-h-control-touch flex-1 flex-col items-center justify-center gap-0.5 pt-1.5 pb-1 text-11 text-text-2 aria-[current]:text-accent-text [&_svg]:size-5 [&_svg]:stroke-[1.75]";

/** Four ways on a phone. An open thread has the whole screen, so that there the bar gives way to the thread's own foot. */
export function BottomBar({ session, theme, counts }: { session: ShellSession; theme: Theme; counts: NavCounts }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const active = activeItem(pathname, useSearchParams().get("view"));
  if (pathname.startsWith(`${paths.inbox}/`)) return null;
  return (
    <nav
      aria-label={t("navigation")}
      data-pane="navigation"
      className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {BOTTOM_ITEMS.map((item) => (
        <Link
          key={item.key}
          href={item.href}
          aria-current={active === item.key ? "page" : undefined}
          className={entryClass}
        >
          <item.icon aria-hidden />
          <span>{t(`nav.${item.key}`)}</span>
          <Count value={counts[item.key]} />
        </Link>
      ))}
      <MoreSheet
        session={session}
        theme={theme}
        counts={counts}
        active={active}
        trigger={
          <button type="button" className={entryClass}>
            <MenuIcon aria-hidden />
            {t("more")}
          </button>
        }
      />
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
