import { useInfiniteQuery } from "@tanstack/react-query";
import { GripVertical } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { CategoryMark } from "@/components/ui/category-mark";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { UnplannedThread } from "@/lib/domain/schedule-item";
import { unplannedQuery } from "@/lib/queries/schedule";
import { useScheduleScreen } from "./schedule-context";
import { useDragSource } from "./use-drag-source";

const DAY_MS = 86_400_000;
/** After so many days of silence somebody should write. */
const LONG_DAYS = 5;

/** Leads who want something and for whom nothing is planned, to be dragged onto the calendar. */
export function SideList() {
  const t = useTranslations("schedule.side");
  const format = useFormatter();
  const query = useInfiniteQuery(unplannedQuery());
  const { data, isError } = query;
  const total = data?.pages[0]?.total;
  return (
    <section aria-label={t("title")} className="flex w-66 shrink-0 flex-col border-l border-line max-lg:hidden">
      <div className="shrink-0 px-3 pt-3 pb-2">
        <h2 className="font-strong">
          {t("title")}{" "}
          <span className="font-regular text-text-3 tabular-nums">
            {total === undefined ? null : format.number(total)}
          </span>
        </h2>
        <p className="mt-1 text-12 text-text-2">
          {t("text")} <CommandKeys id="schedule.plan" />
        </p>
      </div>
      {data ? (
        <Threads threads={data.pages.flatMap(({ threads }) => threads)}>
          {query.hasNextPage ? (
            <li className="border-t border-line p-2">
              <Button size="sm" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t("more")}
              </Button>
            </li>
          ) : null}
        </Threads>
      ) : isError ? (
        <p role="alert" className="px-3 text-12 text-bad">
          {t("failed")}
        </p>
      ) : (
        <Waiting />
      )}
    </section>
  );
}

function Threads({ threads, children }: { threads: UnplannedThread[]; children: ReactNode }) {
  const t = useTranslations("schedule.side");
  if (threads.length === 0) return <EmptyState title={t("none")} />;
  return (
    <ul className="min-h-0 flex-1 overflow-y-auto">
      {threads.map((thread) => (
        <Unplanned key={thread.threadId} thread={thread} />
      ))}
      {children}
    </ul>
  );
}

function Unplanned({ thread }: { thread: UnplannedThread }) {
  const t = useTranslations("schedule.side");
  const { now } = useViewer();
  const { address } = useScheduleScreen();
  const element = useRef<HTMLDivElement>(null);
  useDragSource(element, { item: null, thread }, true);
  const days = Math.floor((now.getTime() - Date.parse(thread.silentSince)) / DAY_MS);
  const open = () => address.openThread(thread.threadId);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  };
  return (
    <li className="border-t border-line">
      <div
        ref={element}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- Firefox drags no buttons
        role="button"
        tabIndex={0}
        data-unplanned={thread.threadId}
        onClick={open}
        onKeyDown={onKeyDown}
        className="flex w-full items-start gap-2 px-2 py-2 text-left -outline-offset-2 select-none [-webkit-touch-callout:none] hover:bg-hover"
      >
        <GripVertical aria-hidden className="mt-2 size-3.5 shrink-0 text-text-3" />
        <span className="min-w-0 flex-1">
          <span dir="auto" className="block truncate">
            <span className="font-medium">{thread.name}</span>{" "}
            <span className="text-12 text-text-3">{thread.company}</span>
          </span>
          <span className="flex items-center gap-1 text-12 text-text-2">
            {thread.category ? (
              <>
                <CategoryMark sentiment={thread.category.sentiment} hue={thread.category.kind} />
                <span className="min-w-0 truncate">{thread.category.name}</span>
              </>
            ) : null}
            <span className={cn("ml-auto shrink-0 tabular-nums", days >= LONG_DAYS && "text-warn")}>
              {t("silent", { days })}
            </span>
          </span>
        </span>
      </div>
    </li>
  );
}

const Waiting = () => (
  <div aria-hidden className="flex flex-col gap-6 px-3 py-3">
    {Array.from({ length: 6 }, (_, index) => (
      <span key={index} className="flex flex-col gap-2">
        <Skeleton className="w-40" />
        <Skeleton className="w-28" />
      </span>
    ))}
  </div>
);
