"use client";

import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { useViewer } from "@/components/inbox/viewer";
import { useTaskState } from "@/components/tasks/use-task-state";
import { Button } from "@/components/ui/button";
import { CategoryMark } from "@/components/ui/category-mark";
import { dismiss } from "@/lib/actions/reminders";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { placeOf } from "@/lib/domain/wall-time";
import { ChainLine } from "./chain-line";
import { isMovable, isTrouble, itemStateOf, titleOf } from "./item-state";
import { useScheduleScreen } from "./schedule-context";
import { useDuplicate } from "./use-duplicate";
import { useItemWords } from "./use-item-words";
import { useMoves } from "./use-moves";
import { useReplyVerbs, verbsOf } from "./use-reply-verbs";
import { useTimeWords } from "./use-time-words";
import { useTroubleWords } from "./use-trouble-words";

/** What an item says when it is pressed: who, what, when on both clocks, its chain, and what can be done with it. */
export function ItemPopover() {
  const { shown, show } = useScheduleScreen();
  if (!shown) return null;
  const { item, anchor } = shown;
  return (
    <Popover.Root open onOpenChange={(open) => !open && show(null)}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="z-popover"
        >
          <Popover.Popup
            finalFocus={{ current: anchor as HTMLElement }}
            aria-label={item.name}
            className="w-76 max-w-[calc(100vw-1rem)] origin-(--transform-origin) rounded-3 bg-raised shadow-3 transition-[opacity,scale] duration-2 outline-none data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            <Words item={item} />
            <Verbs item={item} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Words({ item }: { item: ScheduleItem }) {
  const t = useTranslations("schedule");
  const { schedule } = useScheduleScreen();
  const words = useItemWords();
  const why = useTroubleWords(schedule);
  const state = itemStateOf(item);
  const ofPerson = item.kind === "task" && item.person ? t("taskOf", { person: item.person.name }) : null;
  const wordsOfState = isTrouble(state) ? why(item) : (ofPerson ?? words.word(state));
  return (
    <div className="flex flex-col gap-2 p-3">
      <div className="flex items-baseline gap-2">
        <p dir="auto" className="min-w-0 flex-1 truncate text-14 font-strong">
          {item.name} <span className="text-12 font-regular text-text-3">{item.company}</span>
        </p>
        {item.category ? (
          <span className="flex shrink-0 items-center gap-1 text-12 text-text-2">
            <CategoryMark sentiment={item.category.sentiment} hue={item.category.kind} />
            {item.category.name}
          </span>
        ) : null}
      </div>
      <p className="line-clamp-2 text-13 text-text-2">{item.words || item.subject}</p>
      <Clocks item={item} />
      <p className="text-12 text-text-2">{wordsOfState}</p>
      {item.reply?.chain ? <ChainLine item={item} /> : null}
    </div>
  );
}

/** Both clocks beside each other, the lead's first, with how it is known. */
function Clocks({ item }: { item: ScheduleItem }) {
  const t = useTranslations("schedule");
  const { viewer } = useViewer();
  const times = useTimeWords();
  const words = useItemWords();
  const { first, isTheirs, second } = times.both(new Date(item.at), item.clock);
  if (item.isAllDay)
    return (
      <p className="text-16 first-letter:uppercase">
        {times.longDay(item.at.slice(0, 10))}{" "}
        {item.kind === "task" ? null : <span className="text-12 text-text-3">{words.time(item)}</span>}
      </p>
    );
  const ours = second ?? first;
  return (
    <div className="flex gap-6">
      {isTheirs && item.clock ? (
        <div>
          <p className="text-12 text-text-3">{t("theirs", { place: first.place })}</p>
          <p className="text-16 tabular-nums">{first.full}</p>
          <p className="text-11 text-text-3">{t(`known.${item.clock.why}`, { certainty: item.clock.certainty })}</p>
        </div>
      ) : null}
      {!isTheirs || second ? (
        <div>
          <p className="text-12 text-text-3">{t("ours", { place: placeOf(viewer.timeZone) })}</p>
          <p className="text-16 tabular-nums">{isTheirs && ours.day === first.day ? ours.clock : ours.full}</p>
        </div>
      ) : null}
    </div>
  );
}

function Verbs({ item }: { item: ScheduleItem }) {
  const t = useTranslations("schedule");
  const actions = useTranslations("composer.reply.action");
  const { address, show } = useScheduleScreen();
  const verbs = useReplyVerbs();
  const { shift } = useMoves();
  const reminder = useReplyAction();
  const duplicate = useDuplicate();
  const end = (act: () => void) => () => {
    show(null);
    act();
  };
  const setTask = useTaskState();
  const isReminder = item.kind === "reminder" || item.kind === "snooze";
  return (
    <div className="flex flex-wrap gap-1 border-t border-line p-2">
      <Button size="sm" onClick={end(() => address.openThread(item.threadId))}>
        {t("open")}
      </Button>
      {item.kind === "task" ? (
        <Button size="sm" variant="quiet" onClick={end(() => void setTask({ id: item.id, title: item.words }, "done"))}>
          {t("taskDone")}
        </Button>
      ) : null}
      {verbsOf(item)
        .filter((verb) => verb !== "cancel")
        .map((verb) => (
          <Button
            key={verb}
            size="sm"
            variant="quiet"
            disabled={verbs.isPending}
            onClick={end(() => verbs.act(verb, item.id))}
          >
            {actions(verb)}
          </Button>
        ))}
      {isMovable(item) ? (
        <Button
          size="sm"
          variant="quiet"
          onClick={end(() => void shift([item], 1, t("shifted", { name: titleOf(item) })))}
        >
          {t("dayLater")}
        </Button>
      ) : null}
      {item.reply && itemStateOf(item) !== "dropped" ? (
        <Button size="sm" variant="quiet" onClick={end(() => duplicate(item))}>
          {t("duplicate")}
        </Button>
      ) : null}
      {verbsOf(item).includes("cancel") ? (
        <Button size="sm" variant="quiet-danger" className="ml-auto" onClick={end(() => verbs.act("cancel", item.id))}>
          {actions("cancel")}
        </Button>
      ) : null}
      {isReminder ? (
        <Button
          size="sm"
          variant="quiet-danger"
          className="ml-auto"
          onClick={end(() => reminder.run(() => dismiss({ reminderId: item.id })))}
        >
          {actions("cancel")}
        </Button>
      ) : null}
    </div>
  );
}
