"use client";

import { useTranslations } from "next-intl";
import type { ThreadListModel } from "./use-thread-list";

/** How many threads a search has found so far, and how long it took. While another is read nothing is claimed. */
export function SearchResults({ list: { address, query, rows } }: { list: ThreadListModel }) {
  const t = useTranslations("search.result");
  if (!address.q.trim() || query.isPending || query.isError || rows.length === 0) return null;
  if (query.isPlaceholderData) return <p className="px-3 pb-1.5 text-12 text-text-3">{t("searching")}</p>;
  const ms = query.data.pages[0]?.tookMs ?? null;
  const shown = query.hasNextPage ? `${rows.length}+` : String(rows.length);
  return (
    <output className="block px-3 pb-1.5 text-12 text-text-2 tabular-nums">
      <span className="font-medium text-text">{t("count", { count: rows.length, shown })}</span>{" "}
      {ms === null ? null : <span className="text-text-3">{t("took", { ms: Math.max(1, Math.round(ms)) })}</span>}
    </output>
  );
}
