"use client";

import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** A page that broke: what is kept, the way on, and the number under which the log has it. */
export function PageFailed({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  const t = useTranslations("shell.failed");
  const common = useTranslations("common");
  return (
    <div className="flex min-h-full flex-1 items-center bg-surface">
      <EmptyState
        tone="bad"
        icon={<CircleX aria-hidden />}
        title={t("title")}
        actions={<Button onClick={onRetry}>{common("loadAgain")}</Button>}
      >
        <p>{t("text")}</p>
        {digest ? <p className="mt-1 text-12 text-text-3">{t("report", { digest })}</p> : null}
      </EmptyState>
    </div>
  );
}
