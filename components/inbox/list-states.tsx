import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { paths } from "@/lib/url/paths";
import { useViewer } from "./viewer";

/** The shapes of the rows that are being read. */
export function ListSkeleton() {
  const { viewer } = useViewer();
  const isCompact = viewer.preferences.density === "compact";
  return (
    <div aria-hidden className="overflow-hidden">
      {Array.from({ length: isCompact ? 16 : 9 }, (_, index) => (
        <div
          key={index}
          className={cn(
            "flex flex-col justify-center gap-2 border-b border-line pr-3 pl-5.5",
            isCompact ? "h-row-compact touch:h-control-touch" : "h-row",
          )}
        >
          <span className="flex justify-between">
            <Skeleton className={index % 2 ? "w-32" : "w-24"} />
            <Skeleton className="w-8" />
          </span>
          {isCompact ? null : (
            <>
              <Skeleton className={index % 3 ? "w-64" : "w-56"} />
              <Skeleton className="w-40" />
            </>
          )}
        </div>
      ))}
    </div>
  );
}

const REASONS = ["unreachable", "unauthenticated", "forbidden", "invalid", "unavailable"] as const;

type FailedListProps = { code: string; onAgain: () => void; onClearFilters: () => void };

/** A list that could not be read says so in its own pane. */
export function FailedList({ code, onAgain, onClearFilters }: FailedListProps) {
  const t = useTranslations("inbox");
  const reason = REASONS.find((known) => known === code) ?? "other";
  return (
    <EmptyState
      tone="bad"
      icon={<CircleX aria-hidden />}
      title={t("failed.title")}
      actions={
        reason === "unauthenticated" ? (
          <a href={paths.signIn} className={buttonClass()}>
            {t("failed.signIn")}
          </a>
        ) : reason === "forbidden" || reason === "invalid" ? (
          <Button onClick={onClearFilters}>{t("filter.clear")}</Button>
        ) : (
          <Button onClick={onAgain}>{t("failed.again")}</Button>
        )
      }
    >
      {t(`failed.${reason}`)}
    </EmptyState>
  );
}
