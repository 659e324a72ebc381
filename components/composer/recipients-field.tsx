"use client";

import { useTranslations } from "next-intl";
import {
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type RefObject,
} from "react";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { isComposing } from "@/components/ui/is-composing";
import { formatParty } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import { addTyped, chipsOf, endsEntry, focusAfterArrow, focusAfterRemoval, removeEntry } from "./recipient-chips";
import { RecipientChipButton } from "./recipient-chip";
import { optionId, RecipientSuggestions } from "./recipient-suggestions";
import { useSuggestions, type Suggestions } from "./use-suggestions";

export type RecipientsFieldHandle = { focus: () => void };

type RecipientsFieldProps = {
  ref?: Ref<RecipientsFieldHandle>;
  label: string;
  threadId: number;
  entries: string[];
  /** `addressKey`s of those who took part in the thread. */
  known: ReadonlySet<string>;
  error?: string | undefined;
  hint?: string | undefined;
  /** The part of the row after the chips: the mailbox, or "Cc Bcc". */
  aside?: ReactNode;
  onChange: (entries: string[]) => void;
};

/**
 * To, Cc or Bcc: what is typed or pasted becomes chips, and who may be meant is suggested; backspace takes the last away,
 * arrows walk along them.
 */
export function RecipientsField({ ref, label, entries, known, error, hint, aside, ...rest }: RecipientsFieldProps) {
  const { threadId, onChange } = rest;
  const t = useTranslations("composer.recipients");
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const field = useChipField(entries, onChange, { row, input });
  const [hasFocus, setFocus] = useState(false);
  const onTake = (party: Party) => field.commit(formatParty(party));
  const suggestions = useSuggestions({ typed: field.typed, entries, threadId, hasFocus, onTake });
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus() }));
  const chips = chipsOf(entries, known);
  const news = chips.filter(({ isNew }) => isNew).length;
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ");
  return (
    <div className="group border-b border-line px-3 py-1.5 focus-within:bg-accent-soft/40">
      <div className="flex min-h-6 flex-wrap items-start gap-x-2">
        <label htmlFor={id} className="w-7 shrink-0 text-12 leading-6 text-text-3 touch:leading-11">
          {label}
        </label>
        {/* Where the addresses would have less room than this, what stands beside them goes below. */}
        <div ref={row} className="flex min-w-48 flex-1 flex-wrap items-center gap-1.5">
          {chips.map((chip, index) => (
            <RecipientChipButton
              key={`${chip.text}-${index}`}
              chip={chip}
              onRemove={() => field.remove(index)}
              onEdit={() => field.edit(index)}
              onKeyDown={(event) => field.onChipKey(event, index)}
            />
          ))}
          {news > 0 ? (
            <span aria-hidden className="text-12 text-warn">
              {t("firstTime", { count: news })}
            </span>
          ) : null}
          <RecipientInput
            ref={input}
            id={id}
            field={field}
            suggestions={suggestions}
            described={described}
            isWrong={Boolean(error)}
            onFocusChange={setFocus}
          />
          <RecipientSuggestions id={`${id}-list`} label={label} suggestions={suggestions} field={input} />
        </div>
        {aside}
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 ml-9 hidden text-12 text-text-3 group-focus-within:block">
          {hint}
        </p>
      ) : null}
      {error ? (
        <div className="mt-1 ml-9">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      ) : null}
    </div>
  );
}

function RecipientInput({
  ref,
  id,
  field,
  suggestions,
  described,
  isWrong,
  onFocusChange,
}: {
  ref: RefObject<HTMLInputElement | null>;
  id: string;
  field: ChipField;
  suggestions: Suggestions;
  described: string;
  isWrong: boolean;
  onFocusChange: (hasFocus: boolean) => void;
}) {
  const t = useTranslations("composer.recipients");
  const { isOpen, index } = suggestions;
  return (
    <input
      ref={ref}
      id={id}
      type="text"
      inputMode="email"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      title={t("howTo")}
      role="combobox"
      aria-autocomplete="list"
      aria-expanded={isOpen}
      aria-controls={`${id}-list`}
      aria-activedescendant={isOpen && index >= 0 ? optionId(`${id}-list`, index) : undefined}
      aria-invalid={isWrong || undefined}
      aria-describedby={described || undefined}
      value={field.typed}
      onChange={(event) => field.setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        suggestions.onKey(event);
        if (!event.defaultPrevented) field.onInputKey(event);
      }}
      onPaste={field.onPaste}
      onFocus={() => onFocusChange(true)}
      onBlur={() => {
        onFocusChange(false);
        field.commit();
      }}
      size={Math.max(2, field.typed.length + 1)}
      className={cn(
        "h-6 max-w-full min-w-0 grow bg-transparent text-13 outline-none touch:h-control-touch",
        !field.typed && "w-5",
      )}
    />
  );
}

type ChipField = ReturnType<typeof useChipField>;

type Elements = { row: RefObject<HTMLElement | null>; input: RefObject<HTMLInputElement | null> };

function useChipField(entries: string[], onChange: (entries: string[]) => void, { row, input }: Elements) {
  const [typed, setTyped] = useState("");

  const focusOn = (target: number | "field") =>
    // After the list has been drawn anew.
    requestAnimationFrame(() => {
      const chip = target === "field" ? null : row.current?.querySelectorAll<HTMLElement>("[data-chip]")[target];
      (chip ?? input.current)?.focus();
    });

  const commit = (text = typed): string[] => {
    if (text.trim() === "") return entries;
    const next = addTyped(entries, text);
    setTyped("");
    onChange(next);
    return next;
  };
  const remove = (index: number) => {
    onChange(removeEntry(entries, index));
    focusOn(focusAfterRemoval(index, entries.length));
  };
  const edit = (index: number) => {
    const kept = commit();
    setTyped(kept[index] ?? "");
    onChange(removeEntry(kept, index));
    focusOn("field");
  };
  const onInputKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const isAtStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    if (endsEntry(event.key, typed) && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      commit();
    } else if (event.key === "Backspace" && typed === "" && entries.length > 0) {
      event.preventDefault();
      onChange(removeEntry(entries, entries.length - 1));
    } else if (event.key === "ArrowLeft" && isAtStart && entries.length > 0) {
      event.preventDefault();
      focusOn(entries.length - 1);
    }
  };
  const onChipKey = (event: KeyboardEvent<HTMLElement>, at: number) => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight")
      focusOn(focusAfterArrow(at, entries.length, event.key === "ArrowLeft" ? -1 : 1));
    else if (event.key === "Backspace" || event.key === "Delete") remove(at);
    else if (event.key === "Home" || event.key === "End") focusOn(event.key === "Home" ? 0 : "field");
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[@,;\n]/.test(text)) return;
    event.preventDefault();
    commit(typed + text);
  };
  return { typed, setTyped, commit, remove, edit, onInputKey, onChipKey, onPaste };
}
