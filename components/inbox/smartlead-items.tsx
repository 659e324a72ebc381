"use client";

import { AlarmClock, Forward, ListTodo, MailX, NotebookPen, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { askForm } from "@/components/notes/asked-form";
import { AnchoredItem } from "@/components/ui/anchored-menu";
import { pause } from "@/lib/actions/smartlead-actions";
import { roleMay } from "@/lib/domain/permissions";
import { useOpenThread } from "./use-open-thread";
import { type OpenTriageMenu, useTriageActions } from "./use-triage-actions";
import { useSmartleadThread } from "./use-smartlead-thread";
import { useViewer } from "./viewer";

type SmartleadItemsProps = {
  menu: OpenTriageMenu;
  /** Makes of an act one that closes the menu first. */
  then: (act: () => void) => () => void;
};

/** What can be done with one thread: a note for the team, and with the lead at Smartlead where it sends for the thread. */
export function SmartleadItems({ menu, then }: SmartleadItemsProps) {
  const t = useTranslations("inbox.smartlead");
  const { openMenu } = useTriageActions();
  const { open } = useOpenThread();
  const { viewer } = useViewer();
  const noteKey = useCommandKeys("thread.note").caps.join(" ") || undefined;
  const { threadId, thread, smartlead, order } = useSmartleadThread(menu.threadIds);
  if (threadId === null) return null;
  const ask = (kind: "task" | "reminder" | "resume" | "forward" | "unsubscribe") => () =>
    openMenu(kind, [threadId], menu.anchor);
  const note = () => {
    open(threadId);
    askForm("note", threadId);
  };
  const items = [
    ...(roleMay(viewer.role, "note.write")
      ? [{ key: "note", icon: <NotebookPen aria-hidden />, shortcut: noteKey, onSelect: note } as const]
      : []),
    ...(smartlead
      ? [
          { key: "task", icon: <ListTodo aria-hidden />, onSelect: ask("task") },
          { key: "reminder", icon: <AlarmClock aria-hidden />, onSelect: ask("reminder") },
          smartlead.isPaused
            ? { key: "resume", icon: <Play aria-hidden />, onSelect: ask("resume") }
            : {
                key: "pause",
                icon: <Pause aria-hidden />,
                onSelect: () => void order(() => pause({ threadId }), "paused"),
              },
          { key: "forward", icon: <Forward aria-hidden />, onSelect: ask("forward") },
          ...(thread?.lead && thread.lead.unsubscribedAt === null
            ? [{ key: "unsubscribe", icon: <MailX aria-hidden />, onSelect: ask("unsubscribe") } as const]
            : []),
        ]
      : []),
  ] as const;
  return items.map(({ key, icon, onSelect, ...item }) => (
    <AnchoredItem key={key} icon={icon} onSelect={then(onSelect)} {...item}>
      {t(key)}
    </AnchoredItem>
  ));
}
