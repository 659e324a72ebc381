import { useQuery } from "@tanstack/react-query";
import { Signpost } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CategoryMark } from "@/components/ui/category-mark";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { NONE } from "@/lib/domain/list-view";
import type { ListFilters } from "@/lib/domain/list-filters";
import type { ThreadCounts } from "@/lib/domain/thread-counts";
import { countsQuery, filtersQuery } from "@/lib/queries/threads";
import { campaignPath, categoryPath, mailboxListPath } from "@/lib/url/paths";
import { entryKey } from "./active-entry";

export type SectionEntry = {
  key: string;
  href: string;
  label: string;
  mark: ReactNode;
  count: number | undefined;
  /** Somebody has to do something about it. */
  isTroubled: boolean;
};
export type NavSection = { name: "categories" | "campaigns" | "mailboxes"; entries: SectionEntry[] };

/** What the navigation offers below the views: categories, campaigns and mailboxes, each with what it holds. */
export function useNavSections(): NavSection[] {
  const t = useTranslations("shell");
  const { data: filters } = useQuery(filtersQuery());
  const { data: counts } = useQuery(countsQuery());
  if (!filters) return [];
  const sections: NavSection[] = [
    { name: "categories", entries: categoryEntries(filters, counts, t("uncategorised")) },
    { name: "campaigns", entries: campaignEntries(filters, counts) },
    { name: "mailboxes", entries: mailboxEntries(filters, counts) },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

type Counts = ThreadCounts | undefined;

function categoryEntries({ categories }: ListFilters, counts: Counts, uncategorised: string): SectionEntry[] {
  const none = { id: NONE, name: uncategorised, kind: "none", sentiment: "neutral" } as const;
  return [...categories, none].map(({ id, name, kind, sentiment }) => ({
    key: entryKey("category", id),
    href: categoryPath(id),
    label: name,
    mark: <CategoryMark sentiment={sentiment} hue={kind} />,
    count: counts?.categories[id],
    isTroubled: false,
  }));
}

const campaignEntries = ({ campaigns }: ListFilters, counts: Counts): SectionEntry[] =>
  campaigns.map(({ number, name }) => ({
    key: entryKey("campaign", number),
    href: campaignPath(number),
    label: name,
    mark: <Signpost aria-hidden className="size-[15px] shrink-0 stroke-[1.75]" />,
    count: counts?.campaigns[String(number)],
    isTroubled: false,
  }));

const mailboxEntries = ({ mailboxes }: ListFilters, counts: Counts): SectionEntry[] =>
  mailboxes.map(({ id, address, colour, state }) => ({
    key: entryKey("mailbox", id),
    href: mailboxListPath(id),
    label: address,
    mark: <MailboxSquare colour={colour} className="mx-[3.5px]" />,
    count: counts?.mailboxes[id],
    isTroubled: state === "failing",
  }));
