"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { useOpenThread } from "@/components/inbox/use-open-thread";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { CategoryMark } from "@/components/ui/category-mark";
import type { OtherThread } from "@/lib/domain/thread-timeline";
import { subjectDirection } from "@/lib/domain/subject";
import { otherThreadsQuery } from "@/lib/queries/lead-panel";
import { threadPath } from "@/lib/url/paths";

type OtherThreadsProps = { threadId: number; name: string; company: string };

/** Other threads with the lead, and those with others of the company; nothing at all when there are none. */
export function OtherThreads({ threadId, name, company }: OtherThreadsProps) {
  const t = useTranslations("thread.lead.others");
  const { data, isError, refetch } = useQuery(otherThreadsQuery(threadId));
  if (!data)
    return isError ? (
      <p className="flex items-center gap-2 border-t border-line p-4 text-12 text-text-2">
        {t("failed")}
        <Button size="sm" onClick={() => void refetch()}>
          {t("again")}
        </Button>
      </p>
    ) : null;
  const own = data.filter(({ isSamePerson }) => isSamePerson);
  const others = data.filter(({ isSamePerson }) => !isSamePerson);
  return (
    <>
      <Group title={t("own", { name })} others={own} />
      <Group title={company ? t("title", { company }) : t("untitled")} others={others} />
    </>
  );
}

function Group({ title, others }: { title: string; others: OtherThread[] }) {
  if (others.length === 0) return null;
  return (
    <section className="border-t border-line p-4">
      <div className="mb-1 flex items-baseline justify-between gap-2">
        <h3 className="min-w-0 truncate text-12 text-text-2">{title}</h3>
        <span className="text-12 text-text-2 tabular-nums">{others.length}</span>
      </div>
      <ul className="-mx-2 text-12">
        {others.map((other) => (
          <li key={other.id}>
            <Other other={other} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Other({ other: { id, name, subject, category, lastMessageAt } }: { other: OtherThread }) {
  const t = useTranslations("thread.lead.others");
  const { words } = useViewer();
  const { open } = useOpenThread();
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    keepFocus(event.currentTarget);
    open(id);
  };
  return (
    <a
      href={threadPath(id)}
      onClick={onClick}
      className="flex h-7 items-center gap-1.5 rounded-2 px-2 -outline-offset-2 hover:bg-hover touch:h-control-touch"
    >
      <CategoryMark sentiment={category?.sentiment ?? "neutral"} hue={category?.kind ?? "none"} />
      <span className="sr-only">{category?.name ?? t("uncategorised")}</span>
      <span dir="auto" className="max-w-1/2 shrink-0 truncate font-medium">
        {name}
      </span>
      <span dir={subjectDirection(subject)} className="min-w-0 flex-1 truncate text-text-2">
        {subject}
      </span>
      <time
        dateTime={lastMessageAt}
        title={words.exact(lastMessageAt)}
        suppressHydrationWarning
        className="shrink-0 text-text-2 tabular-nums"
      >
        {words.short(lastMessageAt)}
      </time>
    </a>
  );
}

/** The link goes with its thread; the pane around it, which stays, holds the focus until it moves on. */
function keepFocus(link: HTMLElement): void {
  const pane = link.closest<HTMLElement>('[data-pane="thread"]');
  if (!pane) return;
  pane.tabIndex = -1;
  pane.focus({ preventScroll: true });
}
