import { useQuery } from "@tanstack/react-query";
import {
  ArrowDownWideNarrow,
  AtSign,
  BookOpen,
  FilterX,
  Languages,
  LogOut,
  Monitor,
  Moon,
  Signpost,
  Sun,
  Tag,
  User,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { usePathname, useSearchParams } from "next/navigation";
import { SETTINGS_GROUPS } from "@/components/settings/settings-pages";
import { mayOpen, SANDBOX_ITEM } from "@/components/shell/nav-items";
import type { ShellSession } from "@/components/shell/shell-session";
import { chooseTheme, THEMES } from "@/components/shell/theme";
import { LANGUAGE_NAMES, useLanguage } from "@/components/shell/use-language";
import { useLeave } from "@/components/shell/use-leave";
import { canSortByWaiting, LIST_VIEWS } from "@/lib/domain/list-view";
import { languageOf } from "@/lib/domain/locale";
import { roleMay } from "@/lib/domain/permissions";
import { LOCALES } from "@/lib/domain/preferences";
import { filtersQuery } from "@/lib/queries/threads";
import { campaignPath, categoryPath, isInboxPath, paths } from "@/lib/url/paths";
import type { Command } from "./command";
import { useGoTo } from "./use-go-to";

/** What only the palette offers: places that have no key, filters of the list, how the app looks, and the way out. */
export function usePaletteCommands(session: ShellSession): Command[] {
  return [...useListCommands(), ...usePlaces(session), ...useAppChoices()];
}

function usePlaces({ role, isSandbox }: ShellSession): Command[] {
  const t = useTranslations("commands.go");
  const shell = useTranslations("shell.nav");
  const settings = useTranslations("settings.pages");
  const goTo = useGoTo();
  const { data } = useQuery(filtersQuery());
  const place = (id: string, label: string, href: string, hint: string, icon: Command["icon"]): Command => ({
    id: `go.${id}`,
    group: "go",
    label,
    hint,
    ...(icon ? { icon } : {}),
    run: () => goTo(href),
  });
  const pages = SETTINGS_GROUPS.flatMap((group) => group.pages).filter(({ needs }) => roleMay(role, needs));
  return [
    ...(data?.categories ?? []).map(({ id, name }) => place(id, name, categoryPath(id), t("category"), Tag)),
    ...(data?.campaigns ?? []).map(({ number, name }) =>
      place(`campaign.${number}`, name, campaignPath(number), t("campaign"), Signpost),
    ),
    ...(isSandbox && mayOpen(role, SANDBOX_ITEM)
      ? [place("deliveries", shell("deliveries"), SANDBOX_ITEM.href, "", SANDBOX_ITEM.icon)]
      : []),
    ...pages.map(({ key, href, icon }) => place(`settings.${key}`, settings(key), href, t("inSettings"), icon)),
    place("apiDocs", t("apiDocs"), paths.apiDocs, "", BookOpen),
  ];
}

/** Filters and order, where a list is. What is chosen already is not offered. */
function useListCommands(): Command[] {
  const t = useTranslations("commands.list");
  const goTo = useGoTo();
  const pathname = usePathname();
  const params = useSearchParams();
  const { data } = useQuery(filtersQuery());
  if (!isInboxPath(pathname)) return [];
  const view = LIST_VIEWS.find((known) => known === params.get("view")) ?? "inbox";
  const narrow = (change: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change))
      if (value === null) next.delete(name);
      else next.set(name, value);
    goTo(next.size > 0 ? `${pathname}?${next}` : pathname);
  };
  const command = (
    id: string,
    label: string,
    icon: Command["icon"],
    change: Record<string, string | null>,
  ): Command => ({
    id: `list.${id}`,
    group: "list",
    label,
    ...(icon ? { icon } : {}),
    run: () => narrow(change),
  });
  const sort = params.get("sort") === "waiting" ? "newest" : "waiting";
  return [
    ...(FILTERS.some((name) => params.has(name))
      ? [command("clearFilters", t("clearFilters"), FilterX, Object.fromEntries(FILTERS.map((name) => [name, null])))]
      : []),
    ...(canSortByWaiting(view, Boolean(params.get("q")?.trim()))
      ? [command(sort, t(sort), ArrowDownWideNarrow, { sort: sort === "waiting" ? sort : null })]
      : []),
    ...(data?.mailboxes ?? [])
      .filter(({ id }) => id !== params.get("mailbox"))
      .map(({ id, address }) => command(id, t("filterMailbox", { name: address }), AtSign, { mailbox: id })),
    ...(data?.people ?? [])
      .filter(({ id }) => id !== params.get("person"))
      .map(({ id, name }) => command(id, t("filterPerson", { name }), User, { person: id })),
  ];
}

const FILTERS = ["mailbox", "campaign", "category", "person", "from", "to"];
const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon };

function useAppChoices(): Command[] {
  const t = useTranslations("commands.app");
  const account = useTranslations("shell.account");
  const leave = useLeave();
  const chooseLanguage = useLanguage();
  const spoken = languageOf(useLocale());
  return [
    ...THEMES.map((theme): Command => ({
      id: `app.theme.${theme}`,
      group: "app",
      label: t("theme", { theme: account(theme) }),
      icon: THEME_ICONS[theme],
      run: () => chooseTheme(theme),
    })),
    ...LOCALES.filter((locale) => locale !== spoken).map((locale): Command => ({
      id: `app.language.${locale}`,
      group: "app",
      label: t("language", { language: LANGUAGE_NAMES[locale] }),
      icon: Languages,
      run: () => void chooseLanguage(locale),
    })),
    { id: "app.signOut", group: "app", label: t("signOut"), icon: LogOut, run: leave },
  ];
}
