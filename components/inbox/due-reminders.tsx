"use client";

import { useQuery } from "@tanstack/react-query";
import { AlarmClock, MoonStar, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import type { DueReminder } from "@/lib/domain/reminder";
import { subjectDirection } from "@/lib/domain/subject";
import { remindersQuery } from "@/lib/queries/reminders";
import { threadPath } from "@/lib/url/paths";
import { useBackWords } from "./use-back-words";
import { useDismissReminder } from "./use-dismiss-reminder";

/** On top of the inbox, before what waits: threads that the viewer wanted back, each with the reason. */
export function DueReminders({ isShown, onOpen }: { isShown: boolean; onOpen: (threadId: number) => void }) {
  const t = useTranslations("inbox.reminders");
  const { reason } = useBackWords();
  const dismiss = useDismissReminder();
  const { data: reminders } = useQuery(remindersQuery());
  useTold(reminders, onOpen);
  if (!isShown || !reminders || reminders.length === 0) return null;
  return (
    <section aria-label={t("title")} className="border-b border-line">
      <ul className="max-h-40 overflow-y-auto">
        {reminders.map((due) => (
          <li key={due.id} data-reminder={due.threadId} className="flex items-center gap-1 pr-1.5 hover:bg-hover">
            <a
              href={threadPath(due.threadId)}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onOpen(due.threadId);
              }}
              className="flex min-w-0 flex-1 items-start gap-2 px-3 py-1.5 -outline-offset-2 touch:min-h-control-touch"
            >
              <DueIcon kind={due.kind} />
              <span className="min-w-0">
                <span className="flex gap-1.5 text-13">
                  <span dir="auto" className="truncate font-strong">
                    {due.name}
                  </span>
                  <span dir={subjectDirection(due.subject)} className="min-w-0 flex-1 truncate text-text-3">
                    {due.subject}
                  </span>
                </span>
                <span className="flex gap-1.5 text-12 tabular-nums">
                  <span className="shrink-0 text-warn">{reason(due)}</span>
                  <span dir="auto" className="min-w-0 truncate text-text-2">
                    {due.note}
                  </span>
                </span>
              </span>
            </a>
            <IconButton
              label={t("dismissOf", { name: due.name })}
              onClick={() => dismiss(due.id)}
              className="size-control-sm"
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DueIcon({ kind }: Pick<DueReminder, "kind">) {
  const Icon = kind === "snooze" ? MoonStar : AlarmClock;
  return <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0 stroke-[1.75] text-warn" />;
}

/** One that comes up while somebody looks is told at once. */
function useTold(reminders: DueReminder[] | undefined, onOpen: (threadId: number) => void): void {
  const t = useTranslations("inbox.reminders");
  const { reason } = useBackWords();
  const known = useRef<Set<string> | null>(null);
  const tell = useEffectEvent((due: DueReminder) =>
    toast(t("told", { name: due.name, reason: reason(due) }), {
      description: due.note || due.subject,
      action: { label: t("open"), onPress: () => onOpen(due.threadId), isUndo: false },
    }),
  );
  useEffect(() => {
    if (!reminders) return;
    const fresh = known.current ? reminders.filter(({ id }) => !known.current!.has(id)) : [];
    known.current = new Set([...(known.current ?? []), ...reminders.map(({ id }) => id)]);
    // An answer is told as such.
    fresh.filter(({ because }) => because === "time").forEach((due) => tell(due));
  }, [reminders]);
}
