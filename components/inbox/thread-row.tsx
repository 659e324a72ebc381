import { Check, CircleAlert, CircleDashed, Clock3, Paperclip, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type MouseEvent } from "react";
import { Avatar } from "@/components/ui/avatar";
import { CategoryMark } from "@/components/ui/category-mark";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import type { ThreadRow as Row } from "@/lib/domain/thread-view";
import { threadPath } from "@/lib/url/paths";
import type { DateWords } from "./date-words";

type ThreadRowProps = {
  row: Row;
  words: DateWords;
  search: string;
  isOpen: boolean;
  /** The one row of the list that Tab reaches. */
  isStop: boolean;
  onOpen: (id: number) => void;
  onDone: (row: Row) => void;
};

/** One thread of the list: who and when; subject and snippet; category, mailbox, what comes next, owner. */
export const ThreadRow = memo(function ThreadRow(props: ThreadRowProps) {
  const { row, words, search, isOpen, isStop, onOpen, onDone } = props;
  const t = useTranslations("inbox.row");
  const isUnread = row.unreadCount > 0;
  const open = (event: MouseEvent) => {
    // A new tab or window is the browser's to open.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(row.id);
  };
  return (
    <div
      data-unread={isUnread || undefined}
      className={cn(
        "group relative h-row border-b border-line transition-colors duration-1 hover:bg-hover",
        isOpen &&
          "bg-selected before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent hover:bg-selected",
      )}
    >
      <a
        href={threadPath(row.id) + search}
        onClick={open}
        data-thread={row.id}
        tabIndex={isStop ? 0 : -1}
        aria-current={isOpen || undefined}
        className="flex h-full flex-col justify-center py-1.5 pr-3 pl-5.5 -outline-offset-2"
      >
        {isUnread ? (
          <span className="absolute top-3.5 left-2 size-1.5 rounded-full bg-accent forced-color-adjust-none">
            <span className="sr-only">{t("unread")}</span>
          </span>
        ) : null}
        <WhoAndWhen row={row} words={words} isUnread={isUnread} />
        <Subject row={row} isUnread={isUnread} />
        <Marks row={row} words={words} />
      </a>
      <span className="absolute top-1 right-2 hidden group-hover:block max-md:group-hover:hidden">
        <IconButton
          label={t(row.isArchived ? "undone" : "done")}
          shortcut="E"
          tabIndex={-1}
          className="size-control-sm"
          onClick={() => onDone(row)}
        >
          {row.isArchived ? <Undo2 aria-hidden /> : <Check aria-hidden />}
        </IconButton>
      </span>
    </div>
  );
});

type Part = { row: Row; words: DateWords };

function WhoAndWhen({ row, words, isUnread }: Part & { isUnread: boolean }) {
  const t = useTranslations("inbox.row");
  return (
    <span className="flex items-baseline gap-1.5 text-13">
      <span className={cn("truncate", isUnread ? "font-strong" : "font-medium text-text-2")}>{row.name}</span>
      <span className="min-w-0 flex-1 shrink-[3] truncate text-12 text-text-3">{row.company}</span>
      <span className="flex shrink-0 items-center gap-1.5 text-12 text-text-3 tabular-nums">
        {row.hasAttachments ? (
          <>
            <Paperclip aria-hidden className="size-3 stroke-2" />
            <span className="sr-only">{t("files")}</span>
          </>
        ) : null}
        {row.messageCount > 1 ? (
          <span>
            <span aria-hidden>{row.messageCount}</span>
            <span className="sr-only">{t("messages", { count: row.messageCount })}</span>
          </span>
        ) : null}
        <time
          dateTime={row.lastMessageAt}
          title={words.exact(row.lastMessageAt)}
          suppressHydrationWarning
          className={cn("md:group-hover:invisible", isUnread && "font-strong text-text")}
        >
          {words.inList(row.lastMessageAt)}
        </time>
      </span>
    </span>
  );
}

function Subject({ row, isUnread }: { row: Row; isUnread: boolean }) {
  const t = useTranslations("inbox.row");
  return (
    <span className="truncate text-13">
      <span className={isUnread ? "font-strong" : undefined}>{row.subject}</span>{" "}
      <span className="text-text-3">
        {row.lastDirection === "out" ? `${t("youWrote")} ` : ""}
        {row.snippet}
      </span>
    </span>
  );
}

function Marks({ row, words }: Part) {
  const t = useTranslations("inbox.row");
  const { category, campaign, mailbox, assignee } = row;
  return (
    <span className="flex items-center gap-2 text-12 text-text-2">
      {category ? (
        <span className="flex min-w-0 shrink-0 items-center gap-0.5">
          <CategoryMark sentiment={category.sentiment} hue={category.kind} className="-ml-0.5" />
          {category.name}
        </span>
      ) : null}
      <span className="flex min-w-0 flex-1 items-center gap-1.5" title={mailbox.address}>
        <MailboxSquare colour={mailbox.colour} />
        <span className="truncate">{campaign?.name ?? mailbox.address}</span>
      </span>
      {row.troubleCount > 0 ? (
        <span className="flex shrink-0 items-center gap-1 font-medium text-bad">
          <CircleAlert aria-hidden className="size-3.5 stroke-[1.75]" />
          <span className="max-md:sr-only">{t("trouble", { count: row.troubleCount })}</span>
        </span>
      ) : row.nextReplyAt ? (
        <span className="flex shrink-0 items-center gap-1 tabular-nums" title={words.exact(row.nextReplyAt)}>
          <Clock3 aria-hidden className="size-3.5 stroke-[1.75]" />
          <span className="sr-only">{t("next", { time: "" })}</span>
          {words.short(row.nextReplyAt)}
        </span>
      ) : null}
      {assignee ? (
        <span className="flex shrink-0" title={t("assigned", { name: assignee.name })}>
          <Avatar name={assignee.name} size="sm" />
          <span className="sr-only">{t("assigned", { name: assignee.name })}</span>
        </span>
      ) : (
        <span className="flex shrink-0" title={t("unassigned")}>
          <CircleDashed aria-hidden className="size-4 stroke-[1.5] text-text-3" />
          <span className="sr-only">{t("unassigned")}</span>
        </span>
      )}
    </span>
  );
}
