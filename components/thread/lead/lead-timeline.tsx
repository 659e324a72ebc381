"use client";

import { useQuery } from "@tanstack/react-query";
import {
  AlarmClock,
  Bot,
  CalendarClock,
  CalendarSync,
  CalendarX,
  CheckCheck,
  CircleX,
  CloudUpload,
  Inbox,
  Link2,
  ListPlus,
  ListChecks,
  MailX,
  MoonStar,
  NotebookPen,
  Pencil,
  Reply,
  Send,
  Star,
  StarOff,
  Tag,
  UserRound,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { useMay } from "@/components/inbox/use-may";
import { useViewer } from "@/components/inbox/viewer";
import { NoteOpener } from "@/components/notes/note-opener";
import { cn } from "@/components/ui/cn";
import { Button } from "@/components/ui/button";
import { useFocusBack } from "@/components/ui/use-focus-back";
import { Skeleton } from "@/components/ui/skeleton";
import type { TimelineEntry } from "@/lib/domain/thread-timeline";
import { timelineQuery } from "@/lib/queries/lead-panel";
import { useAttach } from "../use-attach";
import { useTimelineWords } from "./use-timeline-words";

const SHOWN = 8;

/** What happened in the thread and what is planned, newest first: eight lines, then all of them; and a note to write. */
export function LeadTimeline({ threadId }: { threadId: number }) {
  const t = useTranslations("thread.lead.timeline");
  const { data, isError, refetch } = useQuery(timelineQuery(threadId));
  const mayNote = useMay("note.write");
  const [isLong, setLong] = useState(false);
  const listId = useId();
  const entries = data?.entries ?? [];
  const list = useRef<HTMLOListElement>(null);
  useFocusBack(
    entries.some((entry) => entry.kind === "attached" && entry.takesBack),
    list,
  );
  return (
    <>
      <div className="mb-1 flex items-baseline justify-between">
        <h3 className="text-12 text-text-2">{t("title")}</h3>
        {entries.length > SHOWN ? (
          <button
            type="button"
            aria-expanded={isLong}
            aria-controls={listId}
            onClick={() => setLong(!isLong)}
            className="-my-1 min-h-6 rounded-1 px-1 text-12 text-text-2 hover:text-text touch:min-h-control-touch"
          >
            {t(isLong ? "fewer" : "all")}
          </button>
        ) : null}
      </div>
      {mayNote ? <NoteOpener threadId={threadId} /> : null}
      {data?.entries.length === 0 ? <p className="text-12 text-text-3">{t("empty")}</p> : null}
      {data ? (
        <ol ref={list} id={listId} tabIndex={-1} aria-label={t("title")} className="text-12 outline-none">
          {(isLong ? entries : entries.slice(0, SHOWN)).map((entry) => (
            <Line key={entry.id} entry={entry} threadId={threadId} />
          ))}
        </ol>
      ) : isError ? (
        <p className="flex items-center gap-2 text-12 text-text-2">
          {t("failed")}
          <Button size="sm" onClick={() => void refetch()}>
            {t("again")}
          </Button>
        </p>
      ) : (
        <div aria-hidden className="flex flex-col gap-3 py-1.5">
          {["w-3/4", "w-1/2", "w-2/3"].map((width) => (
            <Skeleton key={width} className={width} />
          ))}
        </div>
      )}
      {isLong && data && !data.isWhole ? <p className="mt-1 text-11 text-text-3">{t("older")}</p> : null}
    </>
  );
}

const ICONS: Record<TimelineEntry["kind"], LucideIcon> = {
  answered: Reply,
  answered_automatically: Bot,
  bounced: CircleX,
  step_sent: Send,
  sent: Send,
  categorised: Tag,
  assigned: UserRound,
  attached: Link2,
  lead_changed: Pencil,
  unsubscribed: MailX,
  follow_ups_moved: CalendarSync,
  planned: CalendarClock,
  unsent: CalendarX,
  reminder: AlarmClock,
  snooze: MoonStar,
  noted: NotebookPen,
  task_added: ListPlus,
  task_done: ListChecks,
  carried: CloudUpload,
  done: CheckCheck,
  reopened: Inbox,
  important: Star,
  unimportant: StarOff,
};

/** A wrong lead is found out later than a toast stands. */
function TakeBack({ threadId, leadId, text }: { threadId: number; leadId: string; text: string }) {
  const t = useTranslations("thread.attach");
  const mayTriage = useMay("thread.triage");
  const { takeBack } = useAttach(threadId);
  if (!mayTriage) return null;
  return (
    <button
      type="button"
      aria-disabled={takeBack.isPending}
      onClick={() => takeBack.isPending || takeBack.mutate(leadId)}
      aria-label={`${t("undo")}: ${text}`}
      className="-my-1 min-h-6 shrink-0 rounded-1 px-1 text-accent-text hover:underline aria-disabled:text-text-off touch:min-h-control-touch"
    >
      {t("undo")}
    </button>
  );
}

function Line({ entry, threadId }: { entry: TimelineEntry; threadId: number }) {
  const { words } = useViewer();
  const Icon = ICONS[entry.kind];
  const text = useTimelineWords(entry);
  const isRefused = entry.kind === "carried" && entry.state === "refused";
  return (
    <li
      data-entry={entry.kind}
      className="relative flex min-h-6 items-start gap-2 py-1 before:absolute before:top-[1.3125rem] before:-bottom-[0.1875rem] before:left-[0.4375rem] before:w-px before:bg-line-2 last:before:hidden"
    >
      <Icon aria-hidden className="mt-px size-[15px] shrink-0 stroke-[1.75] text-text-2" />
      {entry.kind === "noted" ? (
        <span className="min-w-0 flex-1 border-l-2 border-note-line bg-note-soft px-1.5 [overflow-wrap:anywhere] whitespace-pre-wrap">
          {text}
        </span>
      ) : (
        <span className={cn("min-w-0 flex-1 truncate", isRefused && "text-bad")} title={text}>
          {text}
        </span>
      )}
      {entry.kind === "attached" && entry.takesBack ? (
        <TakeBack threadId={threadId} leadId={entry.takesBack} text={text} />
      ) : null}
      <time
        dateTime={entry.at}
        title={words.exact(entry.at)}
        suppressHydrationWarning
        className="shrink-0 text-text-2 tabular-nums"
      >
        {words.short(entry.at)}
      </time>
    </li>
  );
}
