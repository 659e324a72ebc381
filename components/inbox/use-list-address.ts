import { debounce, useQueryStates } from "nuqs";
import type { ListView } from "@/lib/domain/list-view";
import { type ListAddress, listFiltersOf, listParsers } from "@/lib/url/list-address";
import { isSearchStep, settleSearch } from "./search-steps";

const CLEAR = { mailbox: null, campaign: null, category: null, person: null, from: null, to: null } as const;

const TYPED = { limitUrlUpdates: debounce(150) };

/** The list as the address says it. Choosing makes a step of history, and so does a search (`isSearchStep`); typing on does not. */
export function useListAddress() {
  const [address, setAddress] = useQueryStates(listParsers);
  const { mailbox, campaign, category, person, from, to } = address;
  const step = { history: "push" } as const;
  return {
    address,
    filters: listFiltersOf(address),
    isFiltered: Boolean(mailbox ?? campaign ?? category ?? person ?? from ?? to),
    /** @param isTyped more may follow in a moment */
    search: (q: string, { isTyped = true }: { isTyped?: boolean } = {}) => {
      const history = isSearchStep(q) ? "push" : "replace";
      if (!isTyped) settleSearch(q);
      void setAddress({ q: q || null }, { history, ...(q && isTyped ? TYPED : {}) });
    },
    narrow: (change: Partial<Omit<ListAddress, "view" | "q">>) => void setAddress(change, step),
    clearFilters: () => void setAddress(CLEAR, step),
    searchEverywhere: () => void setAddress({ view: null, ...CLEAR }, step),
    showView: (view: ListView) => void setAddress({ ...CLEAR, view, q: null, sort: null }, step),
    showCategory: (category: string) =>
      void setAddress({ ...CLEAR, view: "open", category, q: null, sort: null }, step),
  };
}
