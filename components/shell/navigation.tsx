"use client";

import { useQuery } from "@tanstack/react-query";
import { Search, Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { openPalette } from "@/components/commands/command-overlay";
import { IconButton } from "@/components/ui/icon-button";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { roleMay } from "@/lib/domain/permissions";
import { reviewsQuery } from "@/lib/queries/reviews";
import { countsQuery } from "@/lib/queries/threads";
import { paths, viewPath } from "@/lib/url/paths";
import { AccountButton } from "./account-button";
import { activeEntry } from "./active-entry";
import { BellLink } from "./bell-link";
import { BrandMark } from "./brand";
import { ListLink } from "./list-link";
import { mayOpen, MORE_ITEMS, PLACES, SANDBOX_ITEM, VIEW_ITEMS, type NavItem } from "./nav-items";
import { NavLink, navLinkClass } from "./nav-link";
import { NavSections } from "./nav-sections";
import type { ShellSession } from "./shell-session";
import { StoppedBadge } from "./stopped-badge";

/** The column at the left, from 768 px on: a rail of icons, from 1024 px on with words, figures and what lists can be narrowed to. */
export function Navigation({ session }: { session: ShellSession }) {
  const t = useTranslations("shell");
  const active = activeEntry(usePathname(), useSearchParams());
  const { data: counts } = useQuery(countsQuery());
  const views: Partial<Record<string, number>> = counts?.views ?? {};
  const mayReview = roleMay(session.role, "review.ask");
  const { data: reviews } = useQuery({ ...reviewsQuery("waiting"), enabled: mayReview });
  const link = ({ key, href, icon: Icon }: NavItem) =>
    key === "notifications" ? (
      <li key={key}>
        <BellLink isActive={active === key} className={navLinkClass} />
      </li>
    ) : (
      <NavLink
        key={key}
        href={href}
        icon={<Icon aria-hidden />}
        label={t(`nav.${key}`)}
        count={key === "review" ? reviews?.counts.waiting : views[key]}
        trouble={key === "outbox" ? views.trouble : undefined}
        isActive={active === key}
      />
    );
  const own = (items: NavItem[]) => items.filter((item) => mayOpen(session.role, item)).map(link);
  return (
    <nav
      aria-label={t("navigation")}
      data-pane="navigation"
      className="hidden w-rail shrink-0 flex-col border-r border-line bg-chrome md:flex lg:w-nav"
    >
      <Head name={session.workspaceName} />
      <div className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-2 lg:px-2">
        <ul className="flex flex-col gap-px">{own(VIEW_ITEMS)}</ul>
        <ul className="mt-3 flex flex-col gap-px">{own(PLACES)}</ul>
        <ul className="mt-3 flex flex-col gap-px">{own(MORE_ITEMS)}</ul>
        {session.isSandbox ? <ul className="mt-3 flex flex-col gap-px">{own([SANDBOX_ITEM])}</ul> : null}
        <NavSections active={active} mayManageMailboxes={roleMay(session.role, "mailbox.manage")} />
      </div>
      <StoppedBadge
        role={session.role}
        className="mx-1.5 justify-center rounded-2 lg:mx-2 lg:justify-start lg:px-2 max-lg:[&>span]:sr-only"
      />
      <div className="flex flex-col items-center gap-1 p-2 lg:flex-row">
        <AccountButton session={session} />
        <Link
          href={paths.settings}
          prefetch={false}
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

function Head({ name }: { name: string }) {
  const t = useTranslations("shell");
  const { caps, aria } = useCommandKeys("app.palette");
  return (
    <div className="flex shrink-0 flex-col items-center pb-1 lg:h-bar lg:flex-row lg:pr-2 lg:pb-0">
      <ListLink
        href={viewPath("inbox")}
        isActive={false}
        title={name}
        className="flex h-bar min-w-0 flex-1 items-center justify-center gap-2 px-3.5 -outline-offset-4 max-lg:flex-none lg:justify-start"
      >
        <BrandMark />
        <span className="truncate text-14 font-strong tracking-tight max-lg:sr-only">{name}</span>
      </ListLink>
      <IconButton label={t("search")} shortcut={caps.join(" ")} aria-keyshortcuts={aria} onClick={openPalette}>
        <Search aria-hidden />
      </IconButton>
    </div>
  );
}
