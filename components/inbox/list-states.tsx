import { useQuery } from "@tanstack/react-query";
import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { ListView } from "@/lib/domain/list-view";
import { filtersQuery } from "@/lib/queries/threads";
import { paths } from "@/lib/url/paths";

/** The shapes of the rows that are being read. */
export function ListSkeleton() {
  return (
    <div aria-hidden>
      {Array.from({ length: 9 }, (_, index) => (
        <div key={index} className="flex h-row flex-col justify-center gap-2 border-b border-line pr-3 pl-5.5">
          <span className="flex justify-between">
            <Skeleton className={index % 2 ? "w-32" : "w-24"} />
            <Skeleton className="w-8" />
          </span>
          <Skeleton className={index % 3 ? "w-64" : "w-56"} />
          <Skeleton className="w-40" />
        </div>
      ))}
    </div>
  );
}

type EmptyListProps = {
  view: ListView;
  q: string;
  isFiltered: boolean;
  onEverywhere: () => void;
  onClearFilters: () => void;
};

/** Why a list has nothing, and the way on. */
export function EmptyList({ view, q, isFiltered, onEverywhere, onClearFilters }: EmptyListProps) {
  const t = useTranslations("inbox");
  const { data: filters } = useQuery(filtersQuery());
  const isNarrow = isFiltered || view !== "inbox";
  if (q)
    return (
      <EmptyState
        title={view === "inbox" ? t("empty.search", { q }) : t("empty.searchIn", { q, view: t(`view.${view}`) })}
        actions={isNarrow ? <Button onClick={onEverywhere}>{t("empty.everywhere")}</Button> : null}
      />
    );
  if (isFiltered)
    return (
      <EmptyState title={t("empty.filtered")} actions={<Button onClick={onClearFilters}>{t("filter.clear")}</Button>} />
    );
  if (filters?.mailboxes.length === 0)
    return (
      <EmptyState
        title={t("empty.noMailbox")}
        actions={
          <a href={paths.mailboxes} className={buttonClass()}>
            {t("empty.connect")}
          </a>
        }
      >
        {t("empty.noMailboxText")}
      </EmptyState>
    );
  return (
    <EmptyState icon={view === "inbox" ? <Loop /> : null} title={t(`empty.${view}`)}>
      {t(`empty.${view}Text`)}
    </EmptyState>
  );
}

/** A thread with one loop: nothing left to untie. */
const Loop = () => (
  <svg viewBox="0 0 124 40" fill="none" aria-hidden className="!h-10 !w-31 text-accent">
    <path d="M0 38h40m44 0h40" stroke="var(--line-2)" />
    <path
      d="M40 38c14 0 12-30 22-30s8 22 0 22-10-22 0-22 8 30 22 30"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    />
  </svg>
);

const REASONS = ["unreachable", "unauthenticated", "forbidden"] as const;

/** A list that could not be read says so in its own pane. */
export function FailedList({ code, onAgain }: { code: string; onAgain: () => void }) {
  const t = useTranslations("inbox.failed");
  const reason = REASONS.find((known) => known === code) ?? "other";
  return (
    <EmptyState
      tone="bad"
      icon={<CircleX aria-hidden />}
      title={t("title")}
      actions={
        reason === "unauthenticated" ? (
          <a href={paths.signIn} className={buttonClass()}>
            {t("signIn")}
          </a>
        ) : (
          <Button onClick={onAgain}>{t("again")}</Button>
        )
      }
    >
      {t(reason)}
    </EmptyState>
  );
}
