import { Check, Flag, Mail, MailOpen, Minus, MoonStar, Tag, Undo2, UserPlus, X } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, type ComponentProps, type ReactNode } from "react";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import type { CommandId } from "@/components/commands/keymap";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { standingsOf } from "./triage-cache";
import { useTriageActions } from "./use-triage-actions";
import { toList } from "./to-list";
import type { SelectionModel } from "./use-selection";

type BulkBarProps = {
  selection: SelectionModel;
  /** How many the list has, where that is known. */
  total: number | null;
  /** Whether everything in the list is chosen already. */
  isAll: boolean;
  onChooseAll: () => void;
};

/** Takes the place of the list's head while threads are chosen: how many, all of them, and what can be done with them. */
export function BulkBar({ selection, total, isAll, onChooseAll }: BulkBarProps) {
  const t = useTranslations("inbox.bulk");
  const triage = useTriageActions();
  const standings = standingsOf(useQueryClient(), selection.ids);
  const isDone = standings.length > 0 && standings.every(({ isArchived }) => isArchived);
  const isUnread = standings.some(({ unreadCount }) => unreadCount > 0);
  const ids = () => [...selection.ids];
  const root = useRef<HTMLElement>(null);
  useFocusPassedOn(root);
  return (
    <section
      ref={root}
      data-bulk-bar
      aria-label={t("label")}
      className="flex min-h-bar shrink-0 flex-wrap items-center gap-x-2 pr-2 pl-1.5 touch:gap-x-1"
    >
      <button
        type="button"
        aria-label={t("clear")}
        onClick={selection.clear}
        className="relative flex size-3.5 shrink-0 items-center justify-center rounded-1 bg-accent text-text-on-accent before:absolute before:-inset-[5px] touch:size-5 touch:before:-inset-3"
      >
        <Minus aria-hidden className="size-3 stroke-3" />
      </button>
      <output className="text-13 font-strong whitespace-nowrap tabular-nums">
        {t("selected", { count: selection.count })}
        {selection.isCut ? <span className="font-regular text-text-3"> {t("cut")}</span> : null}
      </output>
      {isAll || selection.isCut ? null : (
        <Button variant="link" size="sm" onClick={onChooseAll} className="min-w-0 shrink truncate">
          {total === null ? t("all") : t("allOf", { count: total })}
        </Button>
      )}
      <span className="flex-1" />
      <span className="flex items-center max-md:basis-full max-md:justify-between">
        <Action id="thread.done" label={t(isDone ? "undone" : "done")} onClick={() => triage.toggle(ids(), "done")}>
          {isDone ? <Undo2 aria-hidden /> : <Check aria-hidden />}
        </Action>
        <Action
          id="thread.category"
          label={t("category")}
          data-menu="category"
          aria-haspopup="menu"
          onClick={({ currentTarget }) => triage.openMenu("category", ids(), currentTarget)}
        >
          <Tag aria-hidden />
        </Action>
        <Action
          id="thread.assignTo"
          label={t("assign")}
          data-menu="assignee"
          aria-haspopup="menu"
          onClick={({ currentTarget }) => triage.openMenu("assignee", ids(), currentTarget)}
        >
          <UserPlus aria-hidden />
        </Action>
        <Action
          id="thread.snooze"
          label={t("snooze")}
          data-menu="wanted:snooze"
          aria-haspopup="dialog"
          onClick={({ currentTarget }) => triage.openMenu("wanted:snooze", ids(), currentTarget)}
        >
          <MoonStar aria-hidden />
        </Action>
        <Action
          id={isUnread ? "thread.read" : "thread.unread"}
          label={t(isUnread ? "read" : "unread")}
          onClick={() => triage.apply(ids(), { kind: "read", on: isUnread })}
        >
          {isUnread ? <MailOpen aria-hidden /> : <Mail aria-hidden />}
        </Action>
        <Action id="thread.important" label={t("important")} onClick={() => triage.toggle(ids(), "important")}>
          <Flag aria-hidden />
        </Action>
        <Action id="list.unchoose" label={t("clear")} onClick={selection.clear}>
          <X aria-hidden />
        </Action>
      </span>
    </section>
  );
}

/** The focus of a button that goes with the bar passes to the list. */
function useFocusPassedOn(root: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const bar = root.current;
    return () => {
      if (bar?.contains(document.activeElement)) requestAnimationFrame(toList);
    };
  }, [root]);
}

type ActionProps = Omit<ComponentProps<typeof IconButton>, "id" | "shortcut"> & { id: CommandId; children: ReactNode };

function Action({ id, ...props }: ActionProps) {
  const { aria } = useCommandKeys(id);
  return <IconButton {...props} {...(aria ? { shortcut: aria } : {})} className="size-control-sm" />;
}
