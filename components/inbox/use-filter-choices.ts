import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { NONE } from "@/lib/domain/list-view";
import { filtersQuery } from "@/lib/queries/threads";
import type { ListAddress } from "@/lib/url/list-address";
import { useViewer } from "./viewer";

export const FILTER_NAMES = ["mailbox", "campaign", "category", "person"] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type FilterChoice = { value: string; label: string };

/** What a list can be narrowed to. Managers choose among all people, others between themselves and nobody. */
export function useFilterChoices(): Record<FilterName, FilterChoice[]> {
  const t = useTranslations("inbox.filter");
  const { viewer } = useViewer();
  const { data } = useQuery(filtersQuery());
  const people = (data?.people ?? []).filter(({ id }) => id !== viewer.id);
  return {
    mailbox: (data?.mailboxes ?? []).map(({ id, address }) => ({ value: id, label: address })),
    campaign: (data?.campaigns ?? []).map(({ number, name }) => ({ value: String(number), label: name })),
    category: [
      ...(data?.categories ?? []).map(({ id, name }) => ({ value: id, label: name })),
      { value: NONE, label: t("uncategorised") },
    ],
    person: [
      { value: viewer.id, label: t("me") },
      { value: NONE, label: t("nobody") },
      ...people.map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
}

/** How a choice stands in the address; nothing chosen takes the filter out. */
export const filterChange = (name: FilterName, value: string): Partial<Pick<ListAddress, FilterName>> => ({
  [name]: name === "campaign" && value ? Number(value) : value || null,
});
