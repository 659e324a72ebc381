import { useTranslations } from "next-intl";
import { memo, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { isMovable, isPast, isTrouble, itemKey, itemStateOf, titleOf } from "./item-state";
import { ItemMark } from "./item-mark";
import { useScheduleScreen } from "./schedule-context";
import { useItemWords } from "./use-item-words";
import { useMoves } from "./use-moves";
import { useRowTouch } from "@/components/inbox/use-row-touch";
import { useTimeWords } from "./use-time-words";

/** An item in a list: when it is where the lead is, then here; who; what. A finger that swipes it far enough moves it by a day. */
export const AgendaRow = memo(function AgendaRow({ item }: { item: ScheduleItem }) {
  const t = useTranslations("schedule");
  const { schedule, shown, show } = useScheduleScreen();
  const { shift } = useMoves();
  const words = useItemWords();
  const element = useRef<HTMLButtonElement>(null);
  const state = itemStateOf(item);
  const touch = useRowTouch({
    onSwipe: () => isMovable(item) && void shift([item], 1, t("shifted", { name: titleOf(item) })),
    onHold: () => element.current && show({ item, anchor: element.current }),
  });
  const mailbox = schedule.mailboxes.find(({ id }) => id === item.mailboxId);
  return (
    <div className="relative overflow-x-clip">
      <span
        aria-hidden
        className="absolute inset-y-0 left-0 flex w-full items-center bg-accent px-4 font-medium text-text-on-accent"
      >
        {t("dayLater")}
      </span>
      <button
        ref={element}
        {...touch}
        type="button"
        tabIndex={-1}
        aria-haspopup="dialog"
        aria-expanded={shown !== null && itemKey(shown.item) === itemKey(item)}
        data-item={itemKey(item)}
        data-state={state}
        className="relative flex min-h-12 w-full translate-x-(--swipe,0) touch-pan-y items-start gap-3 border-b border-line bg-surface px-3 py-1.5 text-left -outline-offset-2 hover:bg-surface-2 aria-expanded:bg-selected"
      >
        <Times item={item} />
        <ItemMark state={state} className="mt-0.5" />
        <span className={cn("min-w-0 flex-1", isPast(state) && "text-text-3")}>
          <span dir="auto" className="block truncate">
            <span className={cn("font-medium", state === "dropped" && "line-through")}>{item.name}</span>{" "}
            <span className="text-12 text-text-3">{item.company}</span>
          </span>
          <span className="block truncate text-12 text-text-2">
            {isTrouble(state) || state === "if_no_reply" || state === "dropped" ? `${words.state(item)}. ` : ""}
            {words.step(item) ? `${words.step(item)}. ` : ""}
            {item.words || item.subject}
            <span className="sr-only">{words.unseen(item)}</span>
          </span>
        </span>
        {mailbox ? <MailboxSquare colour={mailbox.colour} className="mt-1.5" /> : null}
      </button>
    </div>
  );
});

function Times({ item }: { item: ScheduleItem }) {
  const t = useTranslations("schedule");
  const times = useTimeWords();
  if (item.isAllDay) return <span className="w-20 shrink-0">{t("allDay")}</span>;
  const { first, second } = times.both(new Date(item.at), item.clock);
  return (
    <span className="w-20 shrink-0 whitespace-nowrap tabular-nums">
      <span className="block">{first.clock}</span>
      {second ? <span className="block text-11 text-text-3">{t("timeYours", { time: second.clock })}</span> : null}
    </span>
  );
}
