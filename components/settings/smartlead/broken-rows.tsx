"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SmartleadBrokenRow } from "@/lib/domain/smartlead-view";
import { TimeAgo } from "../time-ago";

/** What Smartlead sent and could not be understood, as it came; it stopped nothing. */
export function BrokenRows({ rows }: { rows: SmartleadBrokenRow[] }) {
  const t = useTranslations("smartlead.broken");
  if (rows.length === 0) return null;
  return (
    <section aria-label={t("title", { count: rows.length })} className="mx-4 py-3 lg:mx-5">
      <h3 className="flex items-center gap-2 text-13 font-strong text-warn">
        <TriangleAlert aria-hidden className="size-[15px] stroke-[1.75]" />
        {t("title", { count: rows.length })}
      </h3>
      <p className="mb-2 text-12 text-text-3">{t("text")}</p>
      <ul className="flex flex-col gap-1">
        {rows.map(({ id, source, reason, raw, times, lastSeenAt }) => (
          <li key={id}>
            <details className="rounded-2 border border-line">
              <summary className="cursor-pointer px-3 py-2 text-13">
                {t(`source.${source}`)}
                <span className="text-text-3">
                  {" "}
                  {reason}, {t("times", { times })}, <TimeAgo at={lastSeenAt} />
                </span>
              </summary>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys */}
              <pre
                tabIndex={0}
                className="max-h-64 overflow-auto border-t border-line bg-surface-2 p-3 font-mono text-12"
              >
                {raw}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
