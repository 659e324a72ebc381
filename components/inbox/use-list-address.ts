import { debounce, useQueryStates } from "nuqs";
import { type ListAddress, listFiltersOf, listParsers } from "@/lib/url/list-address";

const CLEAR = { mailbox: null, campaign: null, category: null, person: null } as const;

/** The list as the address says it. Choosing makes a step of history, typing into the search does not. */
export function useListAddress() {
  const [address, setAddress] = useQueryStates(listParsers);
  const { mailbox, campaign, category, person } = address;
  return {
    address,
    filters: listFiltersOf(address),
    isFiltered: Boolean(mailbox ?? campaign ?? category ?? person),
    search: (q: string) =>
      void setAddress(
        { q: q || null },
        q ? { history: "replace", limitUrlUpdates: debounce(150) } : { history: "replace" },
      ),
    narrow: (change: Partial<Omit<ListAddress, "view" | "q">>) => void setAddress(change, { history: "push" }),
    clearFilters: () => void setAddress(CLEAR, { history: "push" }),
    searchEverywhere: () => void setAddress({ view: null, ...CLEAR }, { history: "push" }),
  };
}
