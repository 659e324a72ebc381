"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import type { ImportResult } from "@/lib/domain/import-report";
import { paths } from "@/lib/url/paths";

/** What was written. */
export function ImportedResult({ result, onAnother }: { result: ImportResult; onAnother: () => void }) {
  const t = useTranslations("import.result");
  const another = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone.
  useEffect(() => another.current?.focus(), []);
  const { counts, newCampaigns, kind } = result;
  return (
    <div className="flex flex-col gap-3 px-4 py-6 lg:px-5">
      <output className="flex items-start gap-2">
        <CircleCheck aria-hidden className="mt-0.5 size-[15px] shrink-0 stroke-[1.75] text-good" />
        <span className="tabular-nums">
          <span className="block font-medium">{t("title")}</span>
          <span className="text-text-2">
            {t("text", { added: counts.new, update: counts.update, same: counts.same })}{" "}
            {newCampaigns > 0 ? t("campaigns", { count: newCampaigns }) : null}{" "}
            {counts.wrong > 0 ? t("leftOut", { count: counts.wrong }) : null}
          </span>
        </span>
      </output>
      <div className="flex flex-wrap gap-2">
        <Button ref={another} onClick={onAnother}>
          {t("another")}
        </Button>
        {kind === "mailboxes" ? (
          <Link href={paths.mailboxes} className={buttonClass({ variant: "quiet" })}>
            {t("mailboxes")}
          </Link>
        ) : null}
      </div>
    </div>
  );
}
