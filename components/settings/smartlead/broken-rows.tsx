"use client";

import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SmartleadHealth } from "@/lib/domain/smartlead-health";
import { brokenRowsQuery } from "@/lib/queries/smartlead";
import { TimeAgo } from "../time-ago";

/** As much of a row as tells what is wrong with it. */
const SHOWN = 4_000;

/** What Smartlead sent and could not be understood, as it came; it stopped nothing. */
export function BrokenRows({ account: { id: accountId, brokenRows } }: { account: SmartleadHealth }) {
  const t = useTranslations("smartlead.broken");
  const { data: rows = [] } = useQuery({ ...brokenRowsQuery(accountId, brokenRows), enabled: brokenRows > 0 });
  if (brokenRows === 0) return null;
  return (
    <section aria-label={t("title", { count: brokenRows })} className="mx-4 py-3 lg:mx-5">
      <h3 className="flex items-center gap-2 text-13 font-strong text-warn">
        <TriangleAlert aria-hidden className="size-[15px] stroke-[1.75]" />
        {t("title", { count: brokenRows })}
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
              <pre className="border-t border-line bg-surface-2 p-3 font-mono text-12 break-all whitespace-pre-wrap">
                {raw.slice(0, SHOWN)}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
