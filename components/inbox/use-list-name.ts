import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { NONE } from "@/lib/domain/list-view";
import { countsQuery, filtersQuery } from "@/lib/queries/threads";
import type { ListAddress } from "@/lib/url/list-address";

export type LeadingFilter = "category" | "campaign" | "mailbox";

/** The one filter that the navigation has an entry for; it names the list instead of narrowing it. */
export function leadingFilterOf({
  view,
  mailbox,
  campaign,
  category,
  person,
  from,
  to,
}: ListAddress): LeadingFilter | null {
  if (person || from || to) return null;
  const held = { category, campaign, mailbox };
  const [only, ...more] = (["category", "campaign", "mailbox"] as const).filter((name) => held[name] !== null);
  if (!only || more.length > 0) return null;
  return view === "inbox" || (view === "open" && only === "category") ? only : null;
}

/** What a list is called, and how many threads are in it where that figure is kept. */
export function useListName(address: ListAddress): { name: string; total: number | null } {
  const t = useTranslations("inbox");
  const { data: filters } = useQuery(filtersQuery());
  const { data: counts } = useQuery(countsQuery());
  const { view, q, category, campaign, mailbox, person, from, to } = address;
  const leading = leadingFilterOf(address);
  const isNarrow = Boolean(category ?? campaign ?? mailbox ?? person ?? from ?? to);
  const kept = (figures: Record<string, number> | undefined, key: string): number | null =>
    q || !figures ? null : (figures[key] ?? 0);
  if (leading === "category") {
    // All of a category that is not done stands behind "open", what waits without one behind the inbox.
    const isKept = (view === "open") === (category !== NONE);
    const name = filters?.categories.find(({ id }) => id === category)?.name;
    return {
      name: category === NONE ? t("filter.uncategorised") : (name ?? t(`view.${view}`)),
      total: isKept ? kept(counts?.categories, category!) : null,
    };
  }
  if (leading === "campaign") {
    const name = filters?.campaigns.find(({ number }) => number === campaign)?.name;
    return { name: name ?? t(`view.${view}`), total: kept(counts?.campaigns, String(campaign)) };
  }
  if (leading === "mailbox") {
    const name = filters?.mailboxes.find(({ id }) => id === mailbox)?.address;
    return { name: name ?? t(`view.${view}`), total: kept(counts?.mailboxes, mailbox!) };
  }
  const name = t(`view.${view}`);
  if (isNarrow) return { name, total: null };
  return { name, total: counts && view in counts.views ? kept(counts.views, view) : null };
}
