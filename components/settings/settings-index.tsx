"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { roleMay } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { paths } from "@/lib/url/paths";
import { SETTINGS_GROUPS } from "./settings-pages";

/** The settings that this role has; on a phone a page of its own. */
export function SettingsIndex({ role }: { role: Role }) {
  const t = useTranslations("settings");
  const pathname = usePathname();
  const isAlone = pathname === paths.settings;
  return (
    <nav
      aria-label={t("title")}
      data-pane="index"
      className={cn(
        "w-full shrink-0 flex-col overflow-y-auto border-r border-line bg-surface-2 md:flex md:w-index",
        isAlone ? "flex" : "hidden",
      )}
    >
      <p className="flex h-bar shrink-0 items-center px-4 text-16 font-strong tracking-tight">{t("title")}</p>
      {SETTINGS_GROUPS.map(({ key, pages }) => {
        const visible = pages.filter((entry) => roleMay(role, entry.needs));
        if (visible.length === 0) return null;
        return (
          <div key={key} className="px-2 pb-4">
            <p className="px-2 pb-1 text-11 text-text-3">{t(`groups.${key}`)}</p>
            <ul className="flex flex-col gap-px">
              {visible.map((entry) => (
                <li key={entry.key}>
                  <Link
                    href={entry.href}
                    aria-current={pathname.startsWith(entry.href) ? "page" : undefined}
                    className="flex h-control items-center gap-2 rounded-2 px-2 text-13 text-text-2 hover:bg-hover active:bg-pressed aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-text touch:h-control-touch"
                  >
                    <entry.icon aria-hidden className="size-[15px] stroke-[1.75]" />
                    {t(`pages.${entry.key}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
