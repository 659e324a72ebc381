import { AlarmClock, Forward, ListTodo, MailX, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/commands/use-commands";
import { pause } from "@/lib/actions/smartlead-actions";
import { useTriageActions } from "./use-triage-actions";
import { useSmartleadThread } from "./use-smartlead-thread";

/** What Smartlead does with the lead of the open thread, where it sends for it. */
export function useSmartleadCommands({ threadId }: { threadId: number | null }): void {
  const t = useTranslations("inbox.smartlead");
  const { openMenu } = useTriageActions();
  const { thread, smartlead, order } = useSmartleadThread(threadId === null ? [] : [threadId]);
  const ask = (kind: "task" | "reminder" | "resume" | "forward" | "unsubscribe") => () => {
    if (threadId === null) return;
    openMenu(kind, [threadId], document.querySelector("[data-thread-header] [data-menu='more']"));
  };
  const sequence = { group: "thread", isEnabled: () => smartlead !== null } as const;
  const canUnsubscribe = smartlead !== null && thread?.lead?.unsubscribedAt === null;
  useCommands([
    smartlead?.isPaused
      ? { ...sequence, id: "thread.resume", label: t("resume"), icon: Play, run: ask("resume") }
      : {
          ...sequence,
          id: "thread.pause",
          label: t("pause"),
          icon: Pause,
          run: () => void (threadId !== null && order(() => pause({ threadId }), "paused")),
        },
    { ...sequence, id: "thread.smartleadTask", label: t("task"), icon: ListTodo, run: ask("task") },
    { ...sequence, id: "thread.smartleadReminder", label: t("reminder"), icon: AlarmClock, run: ask("reminder") },
    { ...sequence, id: "thread.smartleadForward", label: t("forward"), icon: Forward, run: ask("forward") },
    {
      ...sequence,
      id: "thread.unsubscribe",
      label: t("unsubscribe"),
      icon: MailX,
      isEnabled: () => canUnsubscribe,
      run: ask("unsubscribe"),
    },
  ]);
}
