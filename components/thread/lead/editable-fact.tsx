"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useMay } from "@/components/inbox/use-may";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/control-class";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { isFocusLost } from "@/components/ui/is-focus-lost";
import { isComposing } from "@/components/ui/is-composing";
import { SoftBreaks } from "@/components/ui/soft-breaks";
import { takeFocus } from "@/components/ui/take-focus";

type EditableFactProps = {
  label: string;
  value: string;
  /** How it is shown where that is more than its text; with a link in it the press that changes it stands beside it. */
  link?: ReactNode;
  maxLength: number;
  /** What can be chosen while typing; asked for once it is being changed. */
  choices?: () => readonly string[];
  /** @returns null when it is kept, else why not */
  onSave: (value: string) => Promise<string | null>;
};

/** A fact that is changed in its place: a press or Enter opens it, Enter keeps what was typed, Esc leaves all as it was. */
export function EditableFact({ label, value, link, ...field }: EditableFactProps) {
  const t = useTranslations("thread.lead.edit");
  const mayChange = useMay("lead.update");
  const [isOpen, setOpen] = useState(false);
  const [failed, setFailed] = useState<{ typed: string; why: string } | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (isByKey: boolean) => {
    setOpen(false);
    setFailed(null);
    if (isByKey) requestAnimationFrame(() => opener.current?.focus());
  };
  const save = async (typed: string, isByKey: boolean) => {
    close(isByKey);
    if (typed.trim() === value) return;
    const why = await field.onSave(typed.trim());
    if (why === null) return;
    setFailed({ typed, why });
    // Who writes elsewhere meanwhile goes on there.
    const panel = opener.current?.closest("aside");
    setOpen(isFocusLost() || panel?.contains(document.activeElement) === true);
  };
  if (!mayChange) return <dd className={cn(!value && "text-text-3")}>{link || <SoftBreaks text={value || "–"} />}</dd>;
  if (isOpen)
    return (
      <FactField {...field} label={label} value={failed?.typed ?? value} error={failed?.why} {...{ save, close }} />
    );
  const refused = failed ? (
    <div role="alert">
      <FieldError>{failed.why}</FieldError>
    </div>
  ) : null;
  if (link)
    return (
      <dd>
        <span className="flex min-h-6 items-center gap-1">
          <span className="min-w-0">{link}</span>
          <IconButton
            ref={opener}
            label={t("change", { name: label })}
            onClick={() => setOpen(true)}
            className="size-6 shrink-0"
          >
            <Pencil aria-hidden />
          </IconButton>
        </span>
        {refused}
      </dd>
    );
  return (
    <dd>
      <button
        type="button"
        ref={opener}
        aria-label={value ? t("changeFrom", { name: label, value }) : t("add", { name: label })}
        onClick={() => setOpen(true)}
        className={cn(
          "-mx-1 block min-h-6 max-w-full rounded-1 px-1 text-left [overflow-wrap:anywhere] whitespace-pre-wrap hover:bg-hover touch:min-h-control-touch",
          !value && "text-text-3",
        )}
      >
        <SoftBreaks text={value || t("empty")} />
      </button>
      {refused}
    </dd>
  );
}

type FactFieldProps = Pick<EditableFactProps, "label" | "value" | "maxLength" | "choices"> & {
  error: string | undefined;
  save: (typed: string, isByKey: boolean) => Promise<void>;
  close: (isByKey: boolean) => void;
};

function FactField({ label, value, maxLength, choices, error, save, close }: FactFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  // A key that ends the editing takes the field away, which blurs it.
  const isDone = useRef(false);
  const end = (act: () => unknown) => {
    if (isDone.current) return;
    isDone.current = true;
    void act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") end(() => close(true));
    else if (event.key === "Enter" && !event.shiftKey) end(() => save(typed, true));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shared = {
    "aria-label": label,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": error ? `${id}-error` : undefined,
    ref: takeFocus,
    value: typed,
    maxLength,
    onKeyDown,
    onBlur: () => end(() => save(typed, false)),
    onFocus: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => currentTarget.select(),
  };
  return (
    <dd className="-mx-1 flex flex-col gap-1">
      {value.length > LONG || value.includes("\n") ? (
        <textarea
          {...shared}
          rows={4}
          onChange={(event) => setTyped(event.target.value)}
          className={cn(controlClass, "px-1 text-12 max-md:text-16")}
        />
      ) : (
        <input
          {...shared}
          list={choices ? `${id}-choices` : undefined}
          onChange={(event) => setTyped(event.target.value)}
          className={cn(controlClass, "h-6 px-1 text-12 max-md:text-16 touch:h-control-touch")}
        />
      )}
      {choices ? (
        <datalist id={`${id}-choices`}>
          {choices().map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </datalist>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </dd>
  );
}

const LONG = 60;
