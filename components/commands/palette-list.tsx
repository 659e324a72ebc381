import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { subjectDirection } from "@/lib/domain/subject";
import { CommandKeys } from "./command-keys";
import { COMMAND_IDS, type CommandId } from "./keymap";
import { markedParts, matchWords, type Range } from "./match-words";
import type { RankedCommand } from "./ranked-commands";
import { threadOption, type PaletteModel } from "./use-palette";

type ListProps = { model: PaletteModel; typed: string; active: string | null; onChoose: (run: () => void) => void };

/** The commands and threads that fit, in their groups; the one that Enter runs is marked. */
export function PaletteList({ model, typed, active, onChoose }: ListProps) {
  const t = useTranslations("commands");
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const option = (id: string) => ({
    id: `palette-${id}`,
    isActive: id === active,
    onChoose: () => onChoose(model.runs.get(id)!),
  });
  return (
    <div className="min-h-0 flex-1 scroll-py-2 overflow-y-auto p-1.5">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field */}
      <div ref={list} id="palette-list" role="listbox" aria-label={t("palette.results")}>
        {model.groups.map(({ group, commands }) => (
          <Group key={group} name={t(`group.${group}`)}>
            {commands.map((ranked) => (
              <CommandOption key={ranked.command.id} ranked={ranked} {...option(ranked.command.id)} />
            ))}
          </Group>
        ))}
        {model.threads.length > 0 ? (
          <Group name={t("group.threads")}>
            {model.threads.map((thread) => (
              <ThreadOption key={thread.id} thread={thread} typed={typed} {...option(threadOption(thread))} />
            ))}
          </Group>
        ) : null}
      </div>
      <Hint model={model} typed={typed} />
    </div>
  );
}

function Hint({ model, typed }: { model: PaletteModel; typed: string }) {
  const t = useTranslations("commands.palette");
  const text = model.hasFailed
    ? t("offline")
    : model.runs.size > 0
      ? null
      : model.isSearching
        ? t("searching")
        : t("nothing", { q: typed.trim() });
  return text ? <p className="px-2.5 py-2 text-13 text-text-2">{text}</p> : null;
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a list of choices may hold groups, not fieldsets
    <div role="group" aria-labelledby={id} className="pb-1">
      <p id={id} className="px-2.5 pt-1.5 pb-1 text-12 text-text-2">
        {name}
      </p>
      {children}
    </div>
  );
}

type OptionProps = { id: string; isActive: boolean; onChoose: () => void };

function CommandOption({ ranked: { command, ranges }, ...option }: { ranked: RankedCommand } & OptionProps) {
  const { id, icon: Icon, label, hint } = command;
  return (
    <Option {...option} icon={Icon ? <Icon aria-hidden className="size-[15px] stroke-[1.75]" /> : null}>
      <Marked text={label} ranges={ranges} />
      {hint ? <span className="truncate text-12 text-text-2">{hint}</span> : null}
      <span className="flex-1" />
      {isKnown(id) ? <CommandKeys id={id} /> : null}
    </Option>
  );
}

function ThreadOption({ thread, typed, ...option }: { thread: ThreadRow; typed: string } & OptionProps) {
  const format = useFormatter();
  const date = format.dateTime(new Date(thread.lastMessageAt), { day: "numeric", month: "short" });
  return (
    <Option {...option} icon={<Avatar name={thread.name} size="sm" />}>
      <Marked text={thread.name} ranges={matchWords(typed, thread.name)?.ranges ?? []} />
      <span className="flex min-w-0 flex-1 text-12 text-text-2">
        <span dir={subjectDirection(thread.subject)} className="truncate">
          {thread.subject}
        </span>
        <span className="shrink-0">, {date}</span>
      </span>
    </Option>
  );
}

function Option({ id, isActive, onChoose, icon, children }: OptionProps & { icon: ReactNode; children: ReactNode }) {
  return (
    // The keys are the field's; the list has the mouse only.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option element lives in a select only
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className="flex min-h-8 cursor-default items-center gap-2.5 rounded-2 px-2.5 text-14 hover:bg-hover aria-selected:bg-selected touch:min-h-control-touch"
    >
      <span className="flex w-5 shrink-0 justify-center text-text-2 [[aria-selected=true]>&]:text-accent-text">
        {icon}
      </span>
      {children}
    </div>
  );
}

function Marked({ text, ranges }: { text: string; ranges: Range[] }) {
  return (
    <span dir="auto" className="truncate">
      {markedParts(text, ranges).map((part, index) =>
        part.isHit ? (
          <b key={index} className="font-strong">
            {part.text}
          </b>
        ) : (
          <span key={index}>{part.text}</span>
        ),
      )}
    </span>
  );
}

const isKnown = (id: string): id is CommandId => (COMMAND_IDS as string[]).includes(id);
