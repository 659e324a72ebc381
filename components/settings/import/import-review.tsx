"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { isFocusLost } from "@/components/ui/is-focus-lost";
import type { ImportReport, RowOutcome } from "@/lib/domain/import-report";
import { ImportRows } from "./import-rows";
import type { ImportModel } from "./use-import";

const TONES: Record<RowOutcome, string> = {
  new: "text-good",
  update: "text-accent-text",
  same: "text-text-2",
  wrong: "text-bad",
};
const OUTCOMES = ["new", "update", "same", "wrong"] as const;
const NAMES_SHOWN = 5;

/** What the file would do, by counts and rows: its first ones, or those that are wrong. */
export function ImportReview({ model, report }: { model: ImportModel; report: ImportReport }) {
  const t = useTranslations("import");
  const [isWrongWanted, setWrongWanted] = useState(true);
  const { counts, missing } = report;
  const isWrongShown = counts.wrong > 0 && isWrongWanted;
  const rows = isWrongShown ? report.wrong : report.preview;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The row whose cell was set right has left: the next wrong one takes the focus.
    if (isFocusLost()) root.current?.querySelector<HTMLElement>("input[aria-invalid='true']")?.focus();
  }, [report]);
  return (
    <div ref={root} className="flex min-w-0 flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-3 text-12 lg:px-5">
        {missing.length > 0 ? (
          <p role="alert" className="font-medium text-bad">
            {t("missing", { kind: report.kind })}
          </p>
        ) : (
          <ul className="flex flex-wrap gap-x-4 gap-y-1 font-medium tabular-nums">
            {OUTCOMES.filter((outcome) => counts[outcome] > 0 || outcome === "new").map((outcome) => (
              <li key={outcome} className={TONES[outcome]}>
                {t(`counts.${outcome}`, { count: counts[outcome] })}
              </li>
            ))}
          </ul>
        )}
        <NewCampaigns names={report.newCampaigns} />
        {counts.wrong > 0 ? (
          <fieldset aria-label={t("shown")} className="ml-auto flex rounded-2 bg-sunken p-0.5">
            {[false, true].map((isWrong) => (
              <button
                key={String(isWrong)}
                type="button"
                aria-pressed={isWrong === isWrongShown}
                onClick={() => setWrongWanted(isWrong)}
                className={cn(
                  "h-control-sm rounded-2 px-2.5 whitespace-nowrap text-text-2 tabular-nums touch:h-control-touch",
                  "aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-text aria-pressed:shadow-1",
                )}
              >
                {isWrong ? t("showWrong", { count: counts.wrong }) : t("showFirst")}
              </button>
            ))}
          </fieldset>
        ) : null}
      </div>
      <ImportRows model={model} report={report} rows={rows} hasProblems={isWrongShown} />
      {isWrongShown && report.wrong.length < counts.wrong ? (
        <p className="px-4 py-2 text-12 text-text-3 lg:px-5">
          {t("moreWrong", { count: counts.wrong - report.wrong.length })}
        </p>
      ) : null}
    </div>
  );
}

function NewCampaigns({ names }: { names: string[] }) {
  const t = useTranslations("import");
  const format = useFormatter();
  if (names.length === 0) return null;
  const more = names.length - NAMES_SHOWN;
  const shown = [...names.slice(0, NAMES_SHOWN), ...(more > 0 ? [t("andMore", { count: more })] : [])];
  return (
    <p className="text-text-2">
      {t("newCampaigns", { count: names.length, names: format.list(shown, { type: "unit" }) })}
    </p>
  );
}
