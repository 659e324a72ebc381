"use client";

import { AlarmClock, Forward, ListTodo, MailX, NotebookPen, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { AnchoredItem } from "@/components/ui/anchored-menu";
import { pause } from "@/lib/actions/smartlead-actions";
import { type OpenTriageMenu, useTriageActions } from "./use-triage-actions";
import { useSmartleadThread } from "./use-smartlead-thread";

type SmartleadItemsProps = {
  menu: OpenTriageMenu;
  /** Makes of an act one that closes the menu first. */
  then: (act: () => void) => () => void;
};

/** What can be done with one thread: a note for the team, and with the lead at Smartlead where it sends for the thread. */
export function SmartleadItems({ menu, then }: SmartleadItemsProps) {
  const t = useTranslations("inbox.smartlead");
  const { openMenu } = useTriageActions();
  const { threadId, thread, smartlead, order } = useSmartleadThread(menu.threadIds);
  if (threadId === null) return null;
  const ask = (kind: "note" | "task" | "reminder" | "resume" | "forward" | "unsubscribe") => () =>
    openMenu(kind, [threadId], menu.anchor);
  const items = [
    { key: "note", icon: <NotebookPen aria-hidden />, onSelect: ask("note") },
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
  return items.map(({ key, icon, onSelect }) => (
    <AnchoredItem key={key} icon={icon} onSelect={then(onSelect)}>
      {t(key)}
    </AnchoredItem>
  ));
}
