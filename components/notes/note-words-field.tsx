import { useTranslations } from "next-intl";
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import { isComposing } from "@/components/ui/is-composing";
import { Textarea } from "@/components/ui/textarea";
import { LONGEST_NOTE } from "@/lib/domain/note";
import type { PersonView } from "@/lib/domain/person-view";
import { type NamesList, useNamesList } from "./use-names-list";

type NoteWordsFieldProps = {
  text: string;
  people: PersonView[];
  hasFailed: boolean;
  describedBy: string;
  onChange: (text: string) => void;
  onSave: () => void;
  onClose: () => void;
  ref: Ref<HTMLTextAreaElement>;
};

/** The words of a note. Behind an "@" it offers who sees the thread; Ctrl or Cmd with Enter saves, Escape closes. */
export function NoteWordsField({ text, people, hasFailed, describedBy, ref, ...does }: NoteWordsFieldProps) {
  const t = useTranslations("notes");
  const { viewer } = useViewer();
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => field.current!);
  const listId = useId();
  const others = people.filter(({ id }) => id !== viewer.id);
  const list = useNamesList({ field, text, people: others, onChange: does.onChange });
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (!list.onKey(event)) {
      if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) does.onSave();
      else if (event.key === "Escape") does.onClose();
      else return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div>
      <Textarea
        ref={field}
        aria-label={t("label")}
        aria-describedby={describedBy}
        aria-invalid={hasFailed || undefined}
        aria-autocomplete="list"
        aria-controls={list.isOpen ? listId : undefined}
        aria-activedescendant={list.isOpen ? `${listId}-${list.index}` : undefined}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        rows={3}
        maxLength={LONGEST_NOTE}
        value={text}
        onChange={(event) => {
          does.onChange(event.target.value);
          list.follow();
        }}
        onSelect={list.follow}
        onBlur={list.leave}
        onKeyDown={onKeyDown}
        className="block field-sizing-content max-h-60 border-note-line bg-note-soft max-md:text-16"
      />
      <output className="sr-only">{list.isOpen ? t("names", { count: list.options.length }) : null}</output>
      {list.isOpen ? <Names id={listId} list={list} /> : null}
    </div>
  );
}

function Names({ id, list: { options, index, take, walkTo } }: { id: string; list: NamesList }) {
  const t = useTranslations("notes");
  return (
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
      role="listbox"
      aria-label={t("who")}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      className="mt-1 w-64 max-w-full rounded-3 bg-raised p-1 shadow-2"
    >
      {options.map((person, at) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field hears the keys
        <div
          key={person.id}
          id={`${id}-${at}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
          role="option"
          aria-selected={at === index}
          tabIndex={-1}
          onMouseMove={at === index ? undefined : () => walkTo(at)}
          onClick={() => take(person)}
          className={cn(
            "flex h-control items-center gap-2 rounded-2 px-2 text-13 touch:h-control-touch",
            at === index && "bg-hover",
          )}
        >
          <Avatar name={person.name} size="sm" />
          <span className="truncate">{person.name}</span>
        </div>
      ))}
    </div>
  );
}
