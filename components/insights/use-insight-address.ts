import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { useStable } from "@/components/inbox/use-stable";
import { useViewer } from "@/components/inbox/viewer";
import { LISTED_BLOCKS, type ListedBlock } from "@/lib/domain/insights/insight-blocks";
import { isInsightSpan } from "@/lib/domain/insights/insight-span";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { insightFiltersOf, insightParsers, insightQueryOf, type InsightAddress } from "@/lib/url/insight-address";

/** A figure whose threads are listed. */
export type OpenFigure = { block: ListedBlock; key: string };

/** Figures as the address says them; what is chosen makes a step of history. */
export function useInsightAddress() {
  const { viewer, now } = useViewer();
  const [address, setAddress] = useQueryStates(insightParsers);
  const today = wallTimeOf(now, viewer.timeZone).date;
  const filters = useMemo(() => insightFiltersOf(address, today), [address, today]);
  const step = { history: "push" } as const;
  return {
    address,
    today,
    filters,
    /** Whether the days that are chosen can be looked at: nothing is asked where not. */
    isSpan: isInsightSpan(filters),
    opened: openFigureOf(address.open),
    queryOf: (figure: OpenFigure) => insightQueryOf({ ...address, open: openOf(figure) }),
    narrow: useStable((change: Partial<InsightAddress>) => void setAddress(change, step)),
    open: useStable((figure: OpenFigure | null) => void setAddress({ open: figure && openOf(figure) }, step)),
  };
}

const openOf = ({ block, key }: OpenFigure): string => `${block}~${key}`;

function openFigureOf(open: string | null): OpenFigure | null {
  const [name = "", key = ""] = open?.split("~") ?? [];
  const block = LISTED_BLOCKS.find((each) => each === name);
  return block && key ? { block, key } : null;
}
