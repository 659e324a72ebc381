import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Button } from "@/components/ui/button";
import { useTaskState } from "@/components/tasks/use-task-state";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { ItemMark } from "./item-mark";
import { isMovable, itemKey, itemStateOf, titleOf } from "./item-state";
import { MoveButton } from "./move-button";
import { useScheduleScreen } from "./schedule-context";
import { useItemWords } from "./use-item-words";
import { useReplyVerbs, verbsOf } from "./use-reply-verbs";
import { useTroubleWords } from "./use-trouble-words";

/** Overdue, held, unknown and refused replies and late tasks above the calendar, whenever they were due: why, and the ways out. Folded on a phone. */
export function NeedsYou({ isPhone }: { isPhone: boolean }) {
  const t = useTranslations("schedule");
  const { schedule } = useScheduleScreen();
  const { trouble } = schedule;
  if (trouble.length === 0) return null;
  const title = (
    <>
      <span>{t("needsYou")}</span> <span className="font-regular text-text-3 tabular-nums">{trouble.length}</span>
    </>
  );
  const list = (
    <ul className="mt-1.5 flex gap-4 overflow-x-auto max-md:flex-col max-md:overflow-x-visible">
      {trouble.map((item) => (
        <Trouble key={itemKey(item)} item={item} />
      ))}
    </ul>
  );
  if (isPhone)
    return (
      <details className="max-h-[60dvh] shrink-0 overflow-y-auto border-b border-l-2 border-line border-l-bad px-3 py-1.5">
        <summary className="flex min-h-control-touch items-center gap-1.5 font-strong">{title}</summary>
        {list}
      </details>
    );
  return (
    <section aria-labelledby="needs-you" className="shrink-0 border-b border-line px-3 pt-2 pb-2.5">
      <div className="flex items-baseline gap-2">
        <h2 id="needs-you" className="font-strong">
          {title}
        </h2>
        <p className="ml-auto text-12 text-text-3">{t("needsYouText")}</p>
      </div>
      {list}
    </section>
  );
}

function Trouble({ item }: { item: ScheduleItem }) {
  const t = useTranslations("schedule");
  const actions = useTranslations("composer.reply.action");
  const { schedule, address } = useScheduleScreen();
  const words = useItemWords();
  const why = useTroubleWords(schedule)(item);
  const { isPending, act } = useReplyVerbs();
  const state = itemStateOf(item);
  const isBad = state === "overdue" || state === "failed" || state === "task";
  const setTask = useTaskState();
  const { kind, id, words: title } = item;
  return (
    // The keys of the calendar know by this what has the focus.
    <li
      data-item={itemKey(item)}
      className={cn("flex min-w-56 flex-1 gap-2 border-l-2 pl-2.5", isBad ? "border-bad" : "border-warn-mark")}
    >
      <ItemMark state={state} className="mt-0.5" />
      <div className="min-w-0">
        <p className="truncate" title={titleOf(item)}>
          <span className={cn("font-medium", isBad ? "text-bad" : "text-warn")}>
            {state === "task" ? t("trouble.task") : words.word(state)}
          </span>{" "}
          <span className="font-medium">{titleOf(item)}</span>
        </p>
        <p className="line-clamp-2 text-12 text-text-2">{why}</p>
        <p className="mt-0.5 flex flex-wrap gap-x-3">
          {verbsOf(item).map((verb) => (
            <Button key={verb} variant="link" size="sm" disabled={isPending} onClick={() => act(verb, item.id)}>
              {actions(verb)}
            </Button>
          ))}
          {kind === "task" && item.task?.mayChange ? (
            <Button variant="link" size="sm" onClick={() => void setTask({ id, title }, "done")}>
              {t("taskDone")}
            </Button>
          ) : null}
          {kind !== "task" && isMovable(item) ? <MoveButton item={item} /> : null}
          <Button variant="link" size="sm" onClick={() => address.openThread(item.threadId)}>
            {t("open")}
          </Button>
        </p>
      </div>
    </li>
  );
}
