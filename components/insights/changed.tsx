import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

/** How a figure moved against the span before: `words` say by how much, without a sign. */
export type Change = { by: number; isBetter: boolean; words: string };

export function Changed({ by, isBetter, words }: Change) {
  const t = useTranslations("insights.change");
  if (by === 0) return <span className="text-text-3">{t("same")}</span>;
  return (
    <span className={cn("tabular-nums", isBetter ? "text-good" : "text-bad")}>
      {t(by > 0 ? "more" : "less", { value: words })}
    </span>
  );
}
