"use client";

import { ArrowDownWideNarrow, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { AnchoredItem, AnchoredMenu } from "@/components/ui/anchored-menu";
import { LIST_SORTS, type ListSort } from "@/lib/domain/list-view";

type SortMenuProps = { sort: ListSort; anchor: HTMLElement; onChange: (sort: ListSort) => void; onClose: () => void };

const ICONS = { newest: <ArrowDownWideNarrow aria-hidden />, waiting: <Hourglass aria-hidden /> };

/** The orders of a list of threads that wait. */
export function SortMenu({ sort, anchor, onChange, onClose }: SortMenuProps) {
  const t = useTranslations("inbox.sort");
  return (
    <AnchoredMenu anchor={anchor} title={t("label")} onClose={onClose} finalFocus={() => anchor}>
      {LIST_SORTS.map((each) => (
        <AnchoredItem
          key={each}
          icon={ICONS[each]}
          isOn={each === sort}
          onSelect={() => {
            onChange(each);
            onClose();
          }}
        >
          {t(each)}
        </AnchoredItem>
      ))}
    </AnchoredMenu>
  );
}
