import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { FULLNESS_TEXTS, fullnessOf } from "./capacity-line";
import { isPast, itemStateOf } from "./item-state";
import type { MonthDay } from "./month-day";
import { useScheduleScreen } from "./schedule-context";
import { useSpread } from "./use-spread";
import { useTimeWords } from "./use-time-words";

type DayPopoverProps = { day: MonthDay; anchor: Element; onClose: () => void };

/** A day of a month as hours and mailboxes, with the ways out of what is too much. */
export function DayPopover({ day, anchor, onClose }: DayPopoverProps) {
  const t = useTranslations("schedule");
  const times = useTimeWords();
  const { address } = useScheduleScreen();
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-popover"
        >
          <Popover.Popup
            aria-label={times.longDay(day.date)}
            finalFocus={{ current: anchor as HTMLElement }}
            className="flex w-84 max-w-[calc(100vw-1rem)] flex-col gap-3 rounded-3 bg-raised p-3 shadow-3 outline-none"
          >
            <p>
              <span className="font-strong">{times.longDay(day.date)}</span>{" "}
              <span className="text-12 text-text-3 tabular-nums">
                {day.cap === null
                  ? t("capacity.used", { used: day.used })
                  : t("capacity.of", { used: day.used, cap: day.cap })}
              </span>
            </p>
            <div className="flex gap-4">
              <Hours day={day} />
              <Mailboxes day={day} onSpread={onClose} />
            </div>
            <div className="flex justify-end">
              <Button size="sm" onClick={() => address.showView("day", day.date)}>
                {t("seeAll")}
              </Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const BAR_PX = 48;

/** How much is to leave in each hour of the viewer's day. */
function Hours({ day }: { day: MonthDay }) {
  const t = useTranslations("schedule");
  const { viewer } = useViewer();
  const hours = day.items
    .filter((item) => item.kind === "reply" && !isPast(itemStateOf(item)))
    .map(({ at }) => Number(wallTimeOf(new Date(at), viewer.timeZone).time.slice(0, 2)));
  if (hours.length === 0) return null;
  const first = Math.min(8, ...hours);
  const last = Math.max(17, ...hours);
  const counts = Array.from(
    { length: last - first + 1 },
    (_, index) => hours.filter((hour) => hour === first + index).length,
  );
  const most = Math.max(...counts);
  return (
    <div className="flex items-end gap-0.5">
      <span className="sr-only">{t("byHour", { most, hour: first + counts.indexOf(most) })}</span>
      {counts.map((count, index) => (
        <span key={index} aria-hidden className="flex w-3 flex-col items-center gap-0.5">
          <span style={{ height: Math.max(1, (count / most) * BAR_PX) }} className="w-full bg-text-3" />
          <span className="text-10 text-text-3 tabular-nums">{index % 3 === 0 ? first + index : "\u00a0"}</span>
        </span>
      ))}
    </div>
  );
}

/** What each mailbox has to send that day; from one that is too full the rest can go to other days. */
function Mailboxes({ day, onSpread }: { day: MonthDay; onSpread: () => void }) {
  const t = useTranslations("schedule");
  const { schedule } = useScheduleScreen();
  const spread = useSpread();
  const full = schedule.capacity.filter(({ date, used }) => date === day.date && used > 0);
  return (
    <ul className="min-w-0 flex-1 text-12">
      {full.map(({ mailboxId, used, cap }) => {
        const mailbox = schedule.mailboxes.find(({ id }) => id === mailboxId);
        return mailbox ? (
          <li key={mailboxId} className="flex min-h-6 items-center gap-1.5">
            <MailboxSquare colour={mailbox.colour} />
            <span className="min-w-0 flex-1 truncate">{mailbox.address}</span>
            <span className={cn("tabular-nums", FULLNESS_TEXTS[fullnessOf(used, cap ?? Infinity)])}>
              {cap === null ? used : `${used}/${cap}`}
            </span>
            {cap !== null && used > cap ? (
              <Button
                size="sm"
                variant="link"
                onClick={() => {
                  onSpread();
                  void spread(mailboxId, day.date);
                }}
              >
                {t("spread", { count: used - cap })}
              </Button>
            ) : null}
          </li>
        ) : null;
      })}
    </ul>
  );
}
