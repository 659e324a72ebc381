import { AlarmClock, CircleDashed, Flag, MoonStar, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { PresenceMark } from "@/components/presence/presence-mark";
import { OutboxMark } from "@/components/thread/outbox-mark";
import { Avatar } from "@/components/ui/avatar";
import { CategoryMark } from "@/components/ui/category-mark";
import { cn } from "@/components/ui/cn";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { NO_TIME } from "@/lib/domain/reminder";
import { subjectDirection } from "@/lib/domain/subject";
import type { PresentMember } from "@/lib/domain/presence";
import type { ThreadRow as Row } from "@/lib/domain/thread-view";
import type { DateWords } from "./date-words";
import { Marked, Pieces } from "./search-marks";
import { useBackWords } from "./use-back-words";
import { waitingOf } from "./waiting-words";

type Part = { row: Row; words: DateWords };

/** The first line: who, of which company, and when. */
export function WhoAndWhen({ row, words, isUnread }: Part & { isUnread: boolean }) {
  return (
    <span className="flex items-baseline gap-1.5 text-13">
      <span dir="auto" className={cn("truncate", isUnread ? "font-strong" : "font-medium text-text-2")}>
        <Marked part="from">{row.name}</Marked>
      </span>
      <span dir="auto" className="min-w-0 flex-1 shrink-[3] truncate text-12 text-text-3">
        <Marked part="text">{row.company}</Marked>
      </span>
      <When row={row} words={words} isUnread={isUnread} />
    </span>
  );
}

/** Important, files, how many messages, when. Actions take its place while a mouse is over the row. */
export function When({ row, words, isUnread }: Part & { isUnread: boolean }) {
  const t = useTranslations("inbox.row");
  const snooze = useTranslations("snooze");
  return (
    <span className="flex shrink-0 items-baseline gap-1.5 text-12 text-text-3 tabular-nums md:group-hover:invisible">
      {row.isImportant ? (
        <span title={t("isImportant")} className="self-center">
          <Flag aria-hidden className="size-3 stroke-2 text-warn" />
          <span className="sr-only">{t("isImportant")}</span>
        </span>
      ) : null}
      {row.hasAttachments ? (
        <span title={t("files")} className="self-center">
          <Paperclip aria-hidden className="size-3 stroke-2" />
          <span className="sr-only">{t("files")}</span>
        </span>
      ) : null}
      {row.messageCount > 1 ? (
        <span>
          <span aria-hidden>{row.messageCount}</span>
          <span className="sr-only">{t("messages", { count: row.messageCount })}</span>
        </span>
      ) : null}
      {row.listedAt === NO_TIME ? (
        <span>{snooze("untilReply")}</span>
      ) : (
        <time
          dateTime={row.listedAt}
          title={words.exact(row.listedAt)}
          suppressHydrationWarning
          className={cn(isUnread && "font-strong text-text")}
        >
          {words.inList(row.listedAt)}
        </time>
      )}
    </span>
  );
}

/**
 * What it is about and how it goes on: the viewer's own draft, the words around a search's hit, or the newest message.
 * Each has its own direction and is cut off at its own end; a snippet of which a letter would be seen gives way.
 */
export function Subject({ row, isUnread, className }: { row: Row; isUnread: boolean; className?: string }) {
  const t = useTranslations("inbox.row");
  const { subject, hit, draft } = row;
  return (
    <span className={cn("flex h-[1lh] flex-wrap content-start gap-x-1 overflow-hidden text-13", className)}>
      <span
        dir={subjectDirection(subject)}
        className={cn("max-w-full shrink-0 truncate empty:hidden", isUnread && "font-strong")}
      >
        <Marked part="subject">{subject}</Marked>
      </span>{" "}
      {hit ? null : draft ? (
        <span className="shrink-0 text-warn">
          {draft.handedBy ? t("handedDraft", { name: draft.handedBy }) : t(draft.snippet ? "draft" : "emptyDraft")}
        </span>
      ) : row.lastDirection === "out" ? (
        <span className="shrink-0 text-text-3">{t("youWrote")}</span>
      ) : null}{" "}
      <span dir="auto" className="min-w-0 flex-1 basis-9 truncate text-text-3">
        {hit ? <Pieces pieces={hit} /> : draft ? draft.snippet : <Marked part="text">{row.snippet}</Marked>}
      </span>
    </span>
  );
}

type MarksProps = Part & { present: PresentMember[] | undefined; waitingAt: Date | null };

/**
 * The last line: category, mailbox and campaign, who else has it open, what the outbox holds or how long they wait, and whose it is.
 * Trouble in the outbox stays in sight whoever is there.
 */
export function Marks({ row, present, words, waitingAt }: MarksProps) {
  const t = useTranslations("inbox.row");
  const { category, campaign, mailbox, assignee } = row;
  return (
    <span className="flex items-center gap-2 text-12 text-text-2">
      {category ? (
        <span className="flex min-w-0 items-center gap-0.5">
          <CategoryMark sentiment={category.sentiment} hue={category.kind} className="-ml-0.5" />
          <span className="truncate">{category.name}</span>
        </span>
      ) : null}
      {/* A name of which a letter would be seen gives way to what stands beside it. */}
      <span
        className="flex h-[1lh] min-w-2.5 flex-1 shrink-[3] flex-wrap content-start gap-x-1.5 overflow-hidden"
        title={`${campaign ? `${campaign.name}, ` : ""}${mailbox.address}`}
      >
        <span className="flex h-[1lh] items-center">
          <MailboxSquare colour={mailbox.colour} />
        </span>
        <span dir="auto" className="min-w-0 flex-1 basis-9 truncate">
          {campaign?.name ?? mailbox.address}
        </span>
      </span>
      {present && row.troubleCount === 0 ? (
        <PresenceMark members={present} />
      ) : row.outbox ? (
        <OutboxMark outbox={row.outbox} className="shrink-0" />
      ) : (row.snooze ?? row.reminder) ? (
        <Wanted row={row} />
      ) : waitingAt && row.awaitingSince ? (
        <Waits since={row.awaitingSince} words={words} now={waitingAt} />
      ) : null}
      <span className="flex shrink-0" title={assignee ? t("assigned", { name: assignee.name }) : t("unassigned")}>
        {assignee ? (
          <Avatar name={assignee.name} size="sm" />
        ) : (
          <CircleDashed aria-hidden className="size-4 stroke-[1.5] text-text-3" />
        )}
        <span className="sr-only">{assignee ? t("assigned", { name: assignee.name }) : t("unassigned")}</span>
      </span>
    </span>
  );
}

/** When it comes back to the viewer, and of what a reminder reminds. */
function Wanted({ row: { snooze, reminder } }: { row: Row }) {
  const { until } = useBackWords();
  const wanted = snooze ?? reminder;
  if (!wanted) return null;
  const said = until(wanted, snooze ? "snooze" : "reminder");
  const Icon = snooze ? MoonStar : AlarmClock;
  return (
    <span className="flex min-w-0 items-center gap-1 text-11 text-text-3 tabular-nums" title={said}>
      <Icon aria-hidden className="size-3 shrink-0 stroke-2" />
      <span dir="auto" className="truncate">
        {reminder?.note || said}
      </span>
    </span>
  );
}

function Waits({ since, words, now }: { since: string; words: DateWords; now: Date }) {
  const t = useTranslations("inbox.row.waits");
  const waiting = waitingOf(since, now);
  return (
    <span className="shrink-0 text-11 text-text-3 tabular-nums" title={t("title", { time: words.exact(since) })}>
      {waiting.unit === "since" ? t("since", { day: words.date(since) }) : t(waiting.unit, { count: waiting.count })}
    </span>
  );
}
