"use client";

import { useTranslations } from "next-intl";
import { useId, useImperativeHandle, useRef, useState, type ReactNode, type Ref, type RefObject } from "react";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { isComposing } from "@/components/ui/is-composing";
import { formatParty } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import { chipIn, fieldBeside, hasChip, takeChip } from "./chip-moves";
import type { RecipientField } from "./composer-state";
import { chipsOf } from "./recipient-chips";
import { RecipientChipButton } from "./recipient-chip";
import { optionId, RecipientSuggestions } from "./recipient-suggestions";
import { useChipField, type ChipField } from "./use-chip-field";
import { useSuggestions, type Suggestions } from "./use-suggestions";

export type RecipientsFieldHandle = {
  focus: () => void;
  /** Takes the focus, and what was typed before it was there; an Enter in it ends an address. */
  type: (words: string) => void;
  /** Where a recipient stands that was just added. */
  focusLast: () => void;
};

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
  /** Which of the three it is, and what moves a chip to another one. */
  field: RecipientField;
  onMove: (from: RecipientField, index: number, to: RecipientField) => void;
  /** Under the field, quietly. */
  remark?: string | null | undefined;
};

/**
 * To, Cc or Bcc: what is typed or pasted becomes chips, and who may be meant is suggested; backspace takes the last away,
 * arrows walk along them.
 */
export function RecipientsField({ ref, label, entries, known, error, hint, aside, ...rest }: RecipientsFieldProps) {
  const { threadId, onChange, onMove, field: name, remark } = rest;
  const t = useTranslations("composer.recipients");
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const field = useChipField(entries, onChange, { row, input });
  const [hasFocus, setFocus] = useState(false);
  const onTake = (party: Party) => field.commit(formatParty(party));
  const suggestions = useSuggestions({ typed: field.typed, entries, threadId, hasFocus, onTake });
  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus(),
    type: (words) => {
      input.current?.focus();
      if (words.includes("\n")) field.commit(field.typed + words.replaceAll("\n", ","));
      else field.setTyped(field.typed + words);
    },
    focusLast: () =>
      ([...(row.current?.querySelectorAll<HTMLElement>("[data-chip]") ?? [])].at(-1) ?? input.current)?.focus(),
  }));
  const chips = chipsOf(entries, known);
  const news = chips.filter(({ isNew }) => isNew).length;
  const described = [error ? `${id}-error` : null, remark ? `${id}-remark` : null, hint ? `${id}-hint` : null]
    .filter(Boolean)
    .join(" ");
  return (
    <div
      onDragOver={(event) => hasChip(event.dataTransfer) && event.preventDefault()}
      onDrop={(event) => {
        const chip = chipIn(event.dataTransfer);
        if (!chip) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(chip.from, chip.index, name);
      }}
      className="group border-b border-line px-3 py-1.5 focus-within:bg-accent-soft/40"
    >
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
              isEdited={chip.text === field.edited}
              onRemove={() => field.remove(index)}
              onEdit={() => field.edit(index)}
              onDragStart={(event) => takeChip(event.dataTransfer, name, index)}
              onKeyDown={(event) => {
                const step = event.altKey ? ALT_STEPS[event.key] : undefined;
                const to = step ? fieldBeside(name, step) : null;
                if (!step) return field.onChipKey(event, index);
                event.preventDefault();
                if (to) onMove(name, index, to);
              }}
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
      <output id={`${id}-remark`} className="mt-0.5 ml-9 block text-12 text-text-2 empty:hidden">
        {remark}
      </output>
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

const ALT_STEPS: Partial<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

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
