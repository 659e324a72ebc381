import { Check, Flag, Mail, MailOpen, MoonStar, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState, type MouseEvent } from "react";
import { CommandIconButton } from "@/components/commands/command-icon-button";
import { cn } from "@/components/ui/cn";
import type { PresentMember } from "@/lib/domain/presence";
import type { ThreadRow as Row } from "@/lib/domain/thread-view";
import { threadPath } from "@/lib/url/paths";
import type { DateWords } from "./date-words";
import { CompactLine } from "./compact-line";
import { RowCheckbox } from "./row-checkbox";
import { Marks, Subject, WhoAndWhen } from "./row-lines";
import { useMay } from "./use-may";
import { useRowTouch } from "./use-row-touch";
import type { Warm } from "./use-warm-thread";

/** What a row can do; the same functions for all rows, so that a row is drawn again only when it has changed itself. */
export type RowActions = {
  open: (id: number) => void;
  /** Chooses it, or with `isRange` everything from the one chosen last to it. */
  choose: (id: number, isRange: boolean) => void;
  toggle: (id: number, kind: "done" | "read" | "important") => void;
  /** Asks when it is to come back. */
  snooze: (id: number) => void;
  /** The pointer or the focus has come to it, a button was pressed on it, or all have left. */
  warm: Warm;
};

type ThreadRowProps = {
  row: Row;
  /** Who else has it open. */
  present: PresentMember[] | undefined;
  words: DateWords;
  /** Where the list says how long somebody has waited: the time of now. */
  waitingAt: Date | null;
  search: string;
  isCompact: boolean;
  isOpen: boolean;
  /** The one row of the list that Tab reaches. */
  isStop: boolean;
  isChosen: boolean;
  /** Some row is chosen: every row shows its box, and a finger chooses rather than opens. */
  isChoosing: boolean;
  actions: RowActions;
};

/** One thread of the list, in three lines or in one. Its height never changes. */
export const ThreadRow = memo(function ThreadRow(props: ThreadRowProps) {
  const { row, present, words, waitingAt, search, isCompact, isOpen, isStop, isChosen, isChoosing, actions } = props;
  const t = useTranslations("inbox.row");
  const mayTriage = useMay("thread.triage");
  const isUnread = row.unreadCount > 0;
  // What only a mouse, or only a finger, reaches is drawn when one comes: most rows never see it.
  const [isMet, setMet] = useState(false);
  const [isTouched, setTouched] = useState(false);
  const touch = useRowTouch({
    onSwipe: () => actions.toggle(row.id, "done"),
    onSwipeBack: () => actions.snooze(row.id),
    onHold: () => actions.choose(row.id, false),
  });
  const press = (event: MouseEvent) => {
    // A new tab or window is the browser's to open.
    if (event.metaKey || event.ctrlKey || event.button !== 0) return;
    event.preventDefault();
    const isFinger = "pointerType" in event.nativeEvent && event.nativeEvent.pointerType === "touch";
    if (event.shiftKey || (isChoosing && isFinger)) actions.choose(row.id, event.shiftKey);
    else actions.open(row.id);
  };
  return (
    <div
      {...(mayTriage ? touch : {})}
      data-unread={isUnread || undefined}
      data-chosen={isChosen || undefined}
      onPointerEnter={({ pointerType }) => {
        if (pointerType === "touch") return setTouched(true);
        setMet(true);
        actions.warm(row.id);
      }}
      onPointerLeave={() => actions.warm(null)}
      className={cn("group relative overflow-hidden border-b border-line", isCompact ? "h-full" : "h-row")}
    >
      {isTouched ? <Reveal isArchived={row.isArchived} /> : null}
      <div
        className={cn(
          "relative h-full translate-x-(--swipe,0px) bg-surface",
          "not-group-data-swiped:transition-transform not-group-data-swiped:duration-2",
        )}
      >
        <div
          className={cn(
            "h-full transition-colors duration-1",
            isOpen ? "bg-selected" : isChosen ? "bg-marked" : "hover:bg-hover",
            isOpen && "before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent",
          )}
        >
          <a
            href={threadPath(row.id) + search}
            onClick={press}
            // A finger may be about to scroll.
            onPointerDown={({ pointerType }) => pointerType !== "touch" && actions.warm(row.id, true)}
            onFocus={() => actions.warm(row.id)}
            onBlur={() => actions.warm(null)}
            draggable={false}
            data-thread={row.id}
            tabIndex={isStop ? 0 : -1}
            aria-current={isOpen || undefined}
            className={cn(
              "flex h-full touch-pan-y pr-3 pl-5.5 -outline-offset-2 select-none [-webkit-touch-callout:none]",
              isCompact ? "items-center gap-1.5" : "flex-col justify-center py-1.5",
            )}
          >
            {isUnread ? (
              <span
                className={cn(
                  "absolute left-2 size-1.5 rounded-full bg-accent forced-color-adjust-none md:group-hover:hidden",
                  isCompact ? "top-1/2 -translate-y-1/2" : "top-3.5",
                  isChoosing && "hidden",
                )}
              >
                <span className="sr-only">{t("unread")}</span>
              </span>
            ) : null}
            {isCompact ? (
              <CompactLine row={row} present={present} words={words} isUnread={isUnread} />
            ) : (
              <>
                <WhoAndWhen row={row} words={words} isUnread={isUnread} />
                <Subject row={row} isUnread={isUnread} />
                <Marks row={row} present={present} words={words} waitingAt={waitingAt} />
              </>
            )}
          </a>
          {mayTriage ? (
            <RowCheckbox
              label={t("choose", { name: row.name })}
              isOn={isChosen}
              isShown={isChoosing}
              onPress={(isRange) => actions.choose(row.id, isRange)}
              className={isCompact ? "top-1/2 -translate-y-1/2" : "top-2.5"}
            />
          ) : null}
          {isMet && mayTriage ? (
            <HoverActions row={row} isUnread={isUnread} isCompact={isCompact} actions={actions} />
          ) : null}
        </div>
      </div>
    </div>
  );
});

/** What swiping does, under the row that slides away. */
function Reveal({ isArchived }: { isArchived: boolean }) {
  const t = useTranslations("inbox.row");
  const look = "absolute inset-0 hidden items-center gap-2 px-5 text-13 font-medium opacity-70 [&_svg]:size-5";
  return (
    <span aria-hidden className="[&_svg]:stroke-[1.75]">
      <span
        className={cn(
          look,
          "bg-good text-surface group-data-[swiped=far]:flex group-data-[swiped=far]:opacity-100 group-data-[swiped=near]:flex",
        )}
      >
        {isArchived ? <Undo2 /> : <Check />}
        {t(isArchived ? "undoneShort" : "doneShort")}
      </span>
      <span
        className={cn(
          look,
          "justify-end bg-accent text-text-on-accent group-data-[swiped=back]:flex group-data-[swiped=far-back]:flex group-data-[swiped=far-back]:opacity-100",
        )}
      >
        {t("snooze")}
        <MoonStar />
      </span>
    </span>
  );
}

type HoverProps = { row: Row; isUnread: boolean; isCompact: boolean; actions: RowActions };

/** In the place of the time while a mouse is over the row. Keys do the same for the row that has the focus. */
function HoverActions({ row, isUnread, isCompact, actions }: HoverProps) {
  const t = useTranslations("inbox.row");
  const kinds = [
    {
      kind: "done",
      label: t(row.isArchived ? "undone" : "done"),
      id: "thread.done",
      Icon: row.isArchived ? Undo2 : Check,
    },
    { kind: "important", label: t(row.isImportant ? "unimportant" : "important"), id: "thread.important", Icon: Flag },
    {
      kind: "read",
      label: t(isUnread ? "read" : "toUnread"),
      id: isUnread ? "thread.read" : "thread.unread",
      Icon: isUnread ? MailOpen : Mail,
    },
  ] as const;
  return (
    <span
      className={cn(
        "absolute right-2 hidden md:group-hover:flex",
        isCompact ? "inset-y-0 items-center bg-[inherit]" : "top-1",
      )}
    >
      {kinds.map(({ kind, label, id, Icon }) => (
        <CommandIconButton
          key={kind}
          id={id}
          label={label}
          tabIndex={-1}
          className="size-control-sm touch:size-control-sm"
          onClick={() => actions.toggle(row.id, kind)}
        >
          <Icon aria-hidden />
        </CommandIconButton>
      ))}
      <CommandIconButton
        id="thread.snooze"
        label={t("snooze")}
        tabIndex={-1}
        aria-haspopup="dialog"
        className="size-control-sm touch:size-control-sm"
        onClick={() => actions.snooze(row.id)}
      >
        <MoonStar aria-hidden />
      </CommandIconButton>
    </span>
  );
}
