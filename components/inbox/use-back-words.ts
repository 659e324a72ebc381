import { useTranslations } from "next-intl";
import type { DueReminder, WantedBack } from "@/lib/domain/reminder";
import type { WantedChange } from "@/lib/domain/thread-change";
import { backForm, backReason, namedDay } from "./back-words";
import { useViewer } from "./viewer";

/** When and why threads come back, in words: "Snoozed until today 09:00", "No reply since Tue 14:10". */
export function useBackWords() {
  const t = useTranslations("snooze");
  const { viewer, now, words } = useViewer();

  const time = (at: string): string => {
    const day = namedDay(at, now, viewer.timeZone);
    return day ? t(`day.${day}`, { clock: words.clock(at) }) : words.precise(at);
  };
  const until = ({ until: at, condition }: Pick<WantedBack, "until" | "condition">, kind: WantedChange["kind"]) =>
    t(`${kind}.${backForm({ until: at, condition })}`, { time: at === null ? "" : time(at) });

  return {
    time,
    /** Of what is ahead. */
    until,
    /** Of what has come up. */
    reason: (due: DueReminder): string => {
      const why = backReason(due);
      if (why === "noReply") return t("because.noReply", { since: words.precise(due.since) });
      return t(`because.${why}`, { time: due.until === null ? "" : time(due.until) });
    },
    /** Of what was just asked for, or taken back. */
    changed: ({ kind, wanted }: WantedChange, count: number): string => {
      if (wanted === null) return t(`${kind}.off`, { count });
      return count === 1 ? until(wanted, kind) : t(`${kind}.many`, { count, what: until(wanted, kind) });
    },
  };
}
