"use client";

import { useTranslations } from "next-intl";
import { PaneSeparator } from "@/components/shell/pane-separator";
import { usePanes } from "@/components/shell/panes-provider";
import { ThreadPane } from "@/components/thread/thread-pane";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { ThreadList } from "./thread-list";
import { useDone } from "./use-done";
import { useInboxKeys } from "./use-inbox-keys";
import { useOpenThread } from "./use-open-thread";
import { useThreadList } from "./use-thread-list";

/** List and thread side by side from 768 px on, of which the thread keeps 480 as long as the list has 300 (236 beside the rail); below 768 one at a time. */
export function InboxScreen() {
  const t = useTranslations("inbox");
  const list = useThreadList();
  const { threadId, open } = useOpenThread();
  const { panes } = usePanes();
  const setDone = useDone();
  useInboxKeys({ threadId, open });

  const done = ({ id, isArchived }: Pick<ThreadRow, "id" | "isArchived">) => {
    if (id === threadId && !isArchived) open(neighbourOf(list.rows, id), { replace: true });
    void setDone([id], !isArchived);
  };
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={t("panes.list")}
        data-pane="list"
        className={cn(
          "flex w-full min-w-0 shrink-0 flex-col border-line md:w-[clamp(14.75rem,100vw-33.25rem,18.75rem)] md:border-r",
          // Where there is not room for all, the list gives way first.
          "lg:w-auto lg:min-w-[18.75rem] lg:shrink-[1000] lg:basis-(--list-width)",
          threadId !== null && "max-md:hidden",
        )}
      >
        <ThreadList list={list} openId={threadId} onOpen={open} onDone={done} />
      </section>
      <div className="relative">
        <PaneSeparator pane="list" className="-left-1" />
      </div>
      <section
        aria-label={t("panes.thread")}
        data-pane="thread"
        className={cn(
          "flex min-h-0 min-w-0 flex-1 flex-col lg:basis-[32.25rem] xl:basis-[30rem]",
          threadId === null && "max-md:hidden",
          threadId !== null && panes.isLeadShown && "xl:basis-[calc(30rem+var(--lead-width))]",
        )}
      >
        {threadId === null ? (
          <EmptyState title={t("empty.open")} className="my-auto">
            {t("empty.openText")}
          </EmptyState>
        ) : (
          <ThreadPane key={threadId} threadId={threadId} onBack={() => open(null)} onDone={done} />
        )}
      </section>
    </div>
  );
}

/** Where to go on after a thread is done: the one below it, else the one above. */
function neighbourOf(rows: ThreadRow[], id: number): number | null {
  const index = rows.findIndex((row) => row.id === id);
  return (rows[index + 1] ?? rows[index - 1])?.id ?? null;
}
