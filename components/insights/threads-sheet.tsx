import { Dialog } from "@base-ui/react/dialog";
import { useInfiniteQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { CategoryMark } from "@/components/ui/category-mark";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { InsightThread, ListedBlock } from "@/lib/domain/insights/insight-blocks";
import { subjectDirection } from "@/lib/domain/subject";
import { insightThreadsQuery } from "@/lib/queries/insights";
import { threadPath } from "@/lib/url/paths";
import { BlockFailed } from "./block";
import { useInsights } from "./insight-context";
import type { OpenFigure } from "./use-insight-address";
import { useFigureWords } from "./use-figure-words";

/** The threads behind a figure, in a sheet at the right; on a phone over the whole page. */
export function ThreadsSheet({ figure }: { figure: OpenFigure }) {
  const t = useTranslations("insights.threads");
  const { open } = useInsights();
  return (
    <Dialog.Root open onOpenChange={(next) => !next && open(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-dialog bg-scrim transition-opacity duration-3 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-y-0 right-0 z-dialog flex w-full max-w-md flex-col bg-raised shadow-3 transition-[opacity,translate] duration-3 data-starting-style:translate-x-4 data-starting-style:opacity-0">
          <div className="flex min-h-bar items-center gap-2 border-b border-line pr-2 pl-4">
            <Dialog.Title className="min-w-0 flex-1 text-15 font-strong tracking-tight">{t("title")}</Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={t("close")}>
                  <X aria-hidden />
                </IconButton>
              }
            />
          </div>
          <Threads figure={figure} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Threads({ figure: { block, key } }: { figure: OpenFigure }) {
  const t = useTranslations("insights.threads");
  const { filters } = useInsights();
  const query = useInfiniteQuery(insightThreadsQuery(block, key, filters));
  if (!query.data)
    return (
      <div className="px-4 py-3">
        {query.error ? (
          <BlockFailed error={query.error} onAgain={() => void query.refetch()} />
        ) : (
          <Skeleton className="h-4 w-40" />
        )}
      </div>
    );
  const { total, threads } = query.data.pages[0]!;
  const rows = query.data.pages.flatMap((page) => page.rows);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <output className="block px-4 py-2 text-12 text-text-2">
        {t(`counts.${COUNTED[block]}`, { count: total, threads })}
      </output>
      <ul className="border-t border-line">
        {rows.map((thread) => (
          <ThreadLine key={`${thread.threadId} ${thread.at} ${thread.tookMs}`} thread={thread} block={block} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <div className="p-4">
          <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("more")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** What a figure's cases are: where they are not the threads themselves, several may lie in one. */
const COUNTED = {
  answers: "answers",
  waiting: "threads",
  replies: "threads",
  hours: "threads",
  categories: "threads",
  followUps: "followUps",
  bounces: "bounces",
  approvals: "approvals",
  templates: "templates",
} as const satisfies Record<ListedBlock, string>;

function ThreadLine({ thread, block }: { thread: InsightThread; block: ListedBlock }) {
  const t = useTranslations("insights");
  const words = useFigureWords();
  const { words: dates } = useViewer();
  const { threadId, at, tookMs, name, company, subject, category, assignee } = thread;
  // Decisions are waited for round the clock, answers in working time.
  const timeOf = block === "approvals" ? words.wallTime : words.workingTime;
  return (
    <li className="border-b border-line">
      <Link
        href={threadPath(threadId)}
        prefetch={false}
        data-thread={threadId}
        className="flex flex-col gap-0.5 px-4 py-2 text-12 -outline-offset-2 hover:bg-hover"
      >
        <span className="flex items-baseline gap-2">
          <span dir="auto" className="truncate font-medium">
            {name}
          </span>
          <span dir="auto" className="min-w-0 flex-1 truncate text-text-2">
            {company}
          </span>
          <span className="shrink-0 text-11 text-text-2 tabular-nums">{dates.precise(at)}</span>
        </span>
        <span className="flex items-center gap-2 text-11 text-text-2">
          <span dir={subjectDirection(subject)} className="min-w-0 flex-1 truncate">
            {subject}
          </span>
          {tookMs === null ? null : (
            <span className="shrink-0 tabular-nums">
              {t(block === "waiting" ? "threads.waited" : "threads.took", { time: timeOf(tookMs) })}
            </span>
          )}
        </span>
        <span className="flex items-center gap-1 text-11 text-text-2">
          <CategoryMark sentiment={category?.sentiment ?? "neutral"} hue={category?.kind ?? "none"} />
          <span className="min-w-0 flex-1 truncate">{category?.name ?? t("uncategorised")}</span>
          <span className="shrink-0">{assignee?.name ?? t("nobodys")}</span>
        </span>
      </Link>
    </li>
  );
}
