"use client";

import { useQuery } from "@tanstack/react-query";
import { AlarmClock, MoonStar } from "lucide-react";
import { useTranslations } from "next-intl";
import { useBackWords } from "@/components/inbox/use-back-words";
import { useDismissReminder } from "@/components/inbox/use-dismiss-reminder";
import { useTriageActions } from "@/components/inbox/use-triage-actions";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { DueReminder } from "@/lib/domain/reminder";
import type { ThreadView } from "@/lib/domain/thread-view";
import { remindersQuery } from "@/lib/queries/reminders";

type Thread = Pick<ThreadView, "id" | "snooze" | "reminder">;

/** Why the thread is before the viewer again, until when it is snoozed, and when it comes up. Each with the way out. */
export function ReminderBanner({ thread }: { thread: Thread }) {
  const { data } = useQuery(remindersQuery());
  const due = data?.filter((each) => each.threadId === thread.id) ?? [];
  const isUp = due.some(({ kind }) => kind === "reminder");
  return (
    <>
      {due.map((each) => (
        <Due key={each.id} due={each} />
      ))}
      <Ahead thread={isUp ? { ...thread, reminder: null } : thread} />
    </>
  );
}

function Due({ due }: { due: DueReminder }) {
  const t = useTranslations("inbox.reminders");
  const { reason } = useBackWords();
  const dismiss = useDismissReminder();
  return (
    <Banner
      tone="warn"
      icon={due.kind === "snooze" ? <MoonStar aria-hidden /> : <AlarmClock aria-hidden />}
      actions={
        <Button size="sm" onClick={() => dismiss(due.id)}>
          {t("dismiss")}
        </Button>
      }
    >
      {reason(due)}
      {due.note ? <span className="block">{due.note}</span> : null}
    </Banner>
  );
}

function Ahead({ thread: { id, snooze, reminder } }: { thread: Thread }) {
  const t = useTranslations("snooze");
  const { until } = useBackWords();
  const { apply } = useTriageActions();
  return (
    <>
      {snooze ? (
        <Banner
          tone="accent"
          icon={<MoonStar aria-hidden />}
          actions={
            <Button size="sm" onClick={() => void apply([id], { kind: "snooze", wanted: null })}>
              {t("wake")}
            </Button>
          }
        >
          {until(snooze, "snooze")}
        </Banner>
      ) : null}
      {reminder ? (
        <Banner
          tone="accent"
          icon={<AlarmClock aria-hidden />}
          actions={
            <Button size="sm" onClick={() => void apply([id], { kind: "reminder", wanted: null })}>
              {t("forget")}
            </Button>
          }
        >
          {until(reminder, "reminder")}
          {reminder.note ? <span className="block">{reminder.note}</span> : null}
        </Banner>
      ) : null}
    </>
  );
}
