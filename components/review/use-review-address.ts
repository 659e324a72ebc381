import { useQueryStates } from "nuqs";
import { useStable } from "@/components/inbox/use-stable";
import { reviewParsers, type ReviewTab } from "@/lib/url/review-address";

/** Which queue is shown and which reply of it is open, as the address says. */
export function useReviewAddress() {
  const [{ tab, open }, setAddress] = useQueryStates(reviewParsers);
  return {
    tab,
    open,
    showTab: useStable((next: ReviewTab) => void setAddress({ tab: next, open: null }, { history: "push" })),
    show: useStable((id: string | null) => void setAddress({ open: id })),
  };
}
