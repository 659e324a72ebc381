"use client";

import { Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { paths } from "@/lib/url/paths";
import { AccountMenu } from "./account-menu";
import type { ShellSession } from "./shell-session";
import { BrandMark } from "./brand";
import { activeItem, MORE_ITEMS, SANDBOX_ITEM, VIEW_ITEMS, type NavCounts, type NavItem } from "./nav-items";
import { NavLink } from "./nav-link";
import type { Theme } from "./theme";

/** The column at the left, from 768 px on: a rail of icons, from 1024 px on with words and figures. */
export function Navigation({ session, theme, counts }: { session: ShellSession; theme: Theme; counts: NavCounts }) {
  const t = useTranslations("shell");
  const active = activeItem(usePathname(), useSearchParams().get("view"));
  const link = (item: NavItem) => (
    <NavLink
      key={item.key}
      item={item}
      label={t(`nav.${item.key}`)}
      count={counts[item.key]}
      isActive={active === item.key}
    />
  );
  return (
    <nav
      aria-label={t("navigation")}
      data-pane="navigation"
      className="hidden w-rail shrink-0 flex-col border-r border-line bg-chrome md:flex lg:w-nav"
    >
      <Link
        href={paths.inbox}
        aria-label={session.workspaceName}
        className="flex h-bar shrink-0 items-center justify-center gap-2 px-3.5 lg:justify-start"
      >
        <BrandMark />
        <span className="hidden truncate text-14 font-strong tracking-tight lg:block">{session.workspaceName}</span>
      </Link>
      <div className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-2 lg:px-2">
        <ul className="flex flex-col gap-px">{VIEW_ITEMS.map(link)}</ul>
        <ul className="mt-3 flex flex-col gap-px">{MORE_ITEMS.map(link)}</ul>
        {session.isSandbox ? <ul className="mt-3 flex flex-col gap-px">{link(SANDBOX_ITEM)}</ul> : null}
      </div>
      <div className="flex flex-col items-center gap-1 p-2 lg:flex-row">
        <AccountMenu session={session} theme={theme} />
        <Link
          href={paths.settings}
          aria-label={t("nav.settings")}
          aria-current={active === "settings" ? "page" : undefined}
          className="inline-flex size-control shrink-0 items-center justify-center rounded-2 text-text-2 hover:bg-hover hover:text-text aria-[current]:bg-pressed lg:ml-auto touch:size-control-touch"
        >
          <Settings aria-hidden className="size-[15px] stroke-[1.75]" />
        </Link>
      </div>
    </nav>
  );
}
