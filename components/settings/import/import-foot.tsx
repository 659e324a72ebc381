"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ImportReport } from "@/lib/domain/import-report";
import type { ImportModel } from "./use-import";

/** What is going to happen, and the button that says so. */
export function ImportFoot({ model, report }: { model: ImportModel; report: ImportReport }) {
  const t = useTranslations("import.foot");
  const { counts, missing } = report;
  const good = counts.new + counts.update;
  return (
    <footer
      data-foot
      className="sticky bottom-0 z-sticky mt-auto flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-2.5 lg:px-5"
    >
      <p className="min-w-0 flex-1 basis-60 text-12 text-text-2">
        {t("nothingWritten")} {counts.wrong > 0 ? t("fixOrLeave") : null}
      </p>
      <div className="ml-auto flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={model.reset}>
          {t("cancel")}
        </Button>
        <Button
          variant="primary"
          disabled={good === 0 || missing.length > 0 || model.pending === "checking"}
          pending={model.pending === "writing"}
          onClick={model.write}
        >
          {counts.wrong > 0 && good > 0
            ? t("importLeavingOut", { count: good, wrong: counts.wrong })
            : t("import", { count: good })}
        </Button>
      </div>
    </footer>
  );
}
