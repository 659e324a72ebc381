import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import { QueryFailure } from "@/lib/queries/fetch-json";

/** What a block needs to know of a query. */
export type BlockQuery<Data> = {
  data: Data | undefined;
  error: Error | null;
  isPlaceholderData: boolean;
  refetch: () => unknown;
};

type BlockProps<Data> = {
  title: string;
  definition: ReactNode;
  query: BlockQuery<Data>;
  aside?: ReactNode;
  /** What is said where there is nothing; null where there is something. */
  emptyWords?: (data: Data) => string | null;
  className?: string;
  children: (data: Data) => ReactNode;
};

/** A chart or table under its name, with what it counts in words; it is read, fails and is empty on its own. */
export function Block<Data>({ title, definition, query, aside, emptyWords, className, children }: BlockProps<Data>) {
  const id = useId();
  const empty = query.data === undefined ? null : (emptyWords?.(query.data) ?? null);
  return (
    <section aria-labelledby={id} className={cn("min-w-0", className)}>
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={id} className="text-13 font-strong">
          {title}
        </h2>
        {aside}
      </div>
      <p className="mt-0.5 max-w-measure text-11 text-pretty text-text-3">{definition}</p>
      <div className={cn("mt-2", query.isPlaceholderData && "opacity-60")}>
        {query.data === undefined ? (
          query.error ? (
            <BlockFailed error={query.error} onAgain={() => void query.refetch()} />
          ) : (
            <BlockSkeleton />
          )
        ) : empty === null ? (
          children(query.data)
        ) : (
          <p className="border-t border-line py-6 text-12 text-text-2">{empty}</p>
        )}
      </div>
    </section>
  );
}

export function BlockFailed({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const t = useTranslations("insights.failed");
  const isForbidden = error instanceof QueryFailure && error.code === "forbidden";
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 py-3 text-12 text-bad">
      <CircleX aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0">{t(isForbidden ? "forbidden" : "text")}</span>
      {isForbidden ? null : (
        <Button size="sm" onClick={onAgain}>
          {t("again")}
        </Button>
      )}
    </div>
  );
}

const BlockSkeleton = () => (
  <div aria-hidden className="flex flex-col gap-3 py-3">
    {["w-full", "w-4/5", "w-11/12", "w-2/3"].map((width) => (
      <Skeleton key={width} className={width} />
    ))}
  </div>
);
