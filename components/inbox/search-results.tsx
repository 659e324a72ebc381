"use client";

import { useTranslations } from "next-intl";

const MANY = 1000;

/** How many threads a search has found so far, and how long it took. */
export function SearchResults({ count, hasMore, tookMs }: { count: number; hasMore: boolean; tookMs: number | null }) {
  const t = useTranslations("search.result");
  const isMany = count >= MANY || hasMore;
  return (
    <output className="block px-3 pb-1.5 text-12 text-text-2 tabular-nums">
      <span className="font-medium text-text">
        {t("count", { count, shown: isMany ? `${count}+` : String(count) })}
      </span>{" "}
      {tookMs === null ? null : (
        <span className="text-text-3">{t("took", { ms: Math.max(1, Math.round(tookMs)) })}</span>
      )}
    </output>
  );
}
