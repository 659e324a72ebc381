import { useQuery, useQueryClient } from "@tanstack/react-query";
import {
  AlarmClock,
  AlarmClockOff,
  CalendarClock,
  Check,
  CircleSlash,
  Flag,
  Hand,
  Mail,
  MailOpen,
  MoonStar,
  StickyNote,
  Sun,
  Tag,
  Undo2,
  UserPlus,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { focusedElement } from "@/components/commands/command-overlay";
import { useCommands } from "@/components/commands/use-commands";
import { filtersQuery } from "@/lib/queries/threads";
import { nameOf, standingsOf } from "./triage-cache";
import { type TriageMenuKind, useTriageActions } from "./use-triage-actions";
import type { SelectionModel } from "./use-selection";
import { useViewer } from "./viewer";

type Around = { selection: SelectionModel; threadId: number | null };

/**
 * The keys of triage. They are about what is chosen; else about the row that has the focus, the open thread, or the row that
 * Tab reaches first.
 */
export function useTriageCommands({ selection, threadId }: Around): void {
  const t = useTranslations("commands.thread");
  const triage = useTriageActions();
  const queries = useQueryClient();
  const { viewer } = useViewer();
  const { data: filters } = useQuery(filtersQuery());
  const ids = () =>
    selection.count > 0 ? [...selection.ids] : [focusedRowId() ?? threadId ?? stopId() ?? 0].filter(Boolean);
  const isEnabled = () => ids().length > 0;
  const openMenu = (kind: TriageMenuKind) => () => triage.openMenu(kind, ids(), anchorOf(kind, selection.count > 0));

  const about = selection.count > 0 ? [...selection.ids] : threadId === null ? [] : [threadId];
  const standings = standingsOf(queries, about);
  const isDone = standings.length > 0 && standings.every((each) => each.isArchived);
  const isImportant = standings.length > 0 && standings.every((each) => each.isImportant);
  const isSnoozed = standings.some(({ snooze }) => snooze);
  const isReminded = standings.some(({ reminder }) => reminder);
  const subject = () =>
    selection.count > 0 ? t("subject", { count: selection.count }) : nameOf(queries, ids()[0] ?? 0);
  const command = { group: "thread", isEnabled } as const;
  useCommands(
    [
      {
        ...command,
        id: "thread.done",
        label: t(isDone ? "undone" : "done"),
        icon: isDone ? Undo2 : Check,
        run: () => triage.toggle(ids(), "done"),
      },
      {
        ...command,
        id: "thread.important",
        label: t(isImportant ? "unimportant" : "important"),
        icon: Flag,
        run: () => triage.toggle(ids(), "important"),
      },
      {
        ...command,
        id: "thread.read",
        label: t("read"),
        icon: MailOpen,
        run: () => void triage.apply(ids(), { kind: "read", on: true }),
      },
      {
        ...command,
        id: "thread.unread",
        label: t("unread"),
        icon: Mail,
        run: () => void triage.apply(ids(), { kind: "read", on: false }),
      },
      {
        ...command,
        id: "thread.assign",
        label: t("assign"),
        words: t("assignWords"),
        icon: UserPlus,
        run: () => void triage.apply(ids(), { kind: "assignee", assigneeId: viewer.id }),
      },
      {
        ...command,
        id: "thread.take",
        label: t("take"),
        icon: Hand,
        // The palette has "Assign to me", which is found by these words too; the key alone asks whether somebody was quicker.
        inPalette: false,
        run: () => void triage.apply(ids(), { kind: "assignee", assigneeId: viewer.id, claim: true }),
      },
      { ...command, id: "thread.handOver", label: t("handOver"), icon: StickyNote, run: openMenu("handOver") },
      { ...command, id: "thread.assignTo", label: t("assignTo"), icon: UserPlus, run: openMenu("assignee") },
      { ...command, id: "thread.snooze", label: t("snooze"), icon: MoonStar, run: openMenu("wanted:snooze") },
      { ...command, id: "thread.remind", label: t("remind"), icon: AlarmClock, run: openMenu("wanted:reminder") },
      ...(isSnoozed
        ? [
            {
              ...command,
              id: "thread.wake",
              label: t("wake"),
              icon: Sun,
              run: () => void triage.apply(ids(), { kind: "snooze", wanted: null }),
            },
          ]
        : []),
      ...(isReminded
        ? [
            {
              ...command,
              id: "thread.forget",
              label: t("forget"),
              icon: AlarmClockOff,
              run: () => void triage.apply(ids(), { kind: "reminder", wanted: null }),
            },
          ]
        : []),
      { ...command, id: "thread.category", label: t("category"), icon: Tag, run: openMenu("category") },
      {
        ...command,
        id: "thread.followUp",
        label: t("followUp"),
        icon: CalendarClock,
        isEnabled: () => ids().length === 1,
        run: () => triage.openMenu("followUp", ids(), null),
      },
      ...[...(filters?.categories ?? []), null].map((category) => ({
        ...command,
        id: `thread.category.${category?.id ?? "none"}`,
        label: category ? t("setCategory", { name: category.name }) : t("noCategory"),
        icon: category ? Tag : CircleSlash,
        run: () => void triage.apply(ids(), { kind: "category", categoryId: category?.id ?? null }),
      })),
    ],
    subject,
  );
}

const focusedRowId = (): number | null => idOf(focusedElement()?.closest("[data-thread]"));
const stopId = (): number | null => idOf(document.querySelector("[data-thread][tabindex='0']"));
const idOf = (row: Element | null | undefined): number | null => Number(row?.getAttribute("data-thread")) || null;

/** The button that opens the same menu by a press; where there is none, the row. */
function anchorOf(kind: TriageMenuKind, isChosen: boolean): Element | null {
  const row = focusedElement()?.closest("[data-thread]") ?? null;
  if (row && !isChosen) return row;
  const place = isChosen ? "[data-bulk-bar]" : "[data-thread-header]";
  const buttons = [`${place} [data-menu="${kind}"]`, `${place} [data-menu="more"]`];
  const seen = buttons.map((each) => document.querySelector(each)).find((each) => each?.checkVisibility());
  return seen ?? row ?? document.querySelector("[data-thread][tabindex='0']");
}
