"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { useMay } from "@/components/inbox/use-may";
import { cn } from "@/components/ui/cn";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { isComposing } from "@/components/ui/is-composing";
import { SoftBreaks } from "@/components/ui/soft-breaks";
import { takeFocus } from "@/components/ui/take-focus";
import { toast } from "@/components/ui/toast";
import { useFocusBack } from "@/components/ui/use-focus-back";
import { MAX_CUSTOM_NAME, MAX_CUSTOM_VALUE } from "@/lib/domain/custom-field";
import { EditableFact } from "./editable-fact";
import type { useChangeLead } from "./use-change-lead";

type Change = ReturnType<typeof useChangeLead>;
type CustomFieldsProps = { customFields: Record<string, string>; change: Change; className: string };

/** A lead's own fields, changed in their place, taken away and added to. */
export function CustomFields({ customFields, change, className }: CustomFieldsProps) {
  const t = useTranslations("thread.lead.edit");
  const mayChange = useMay("lead.update");
  const [isAdding, setAdding] = useState(false);
  const adder = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDListElement>(null);
  useFocusBack(isAdding, adder);
  const names = Object.keys(customFields).toSorted((a, b) => a.localeCompare(b));
  const remove = async (name: string) => {
    const next = list.current?.children[names.indexOf(name) + 1];
    (next?.querySelector("button") ?? adder.current)?.focus();
    const why = await change({ custom: name, value: "" }, name);
    if (why !== null) toast(why, { tone: "bad" });
  };
  if (!mayChange && names.length === 0) return null;
  return (
    <div className="mt-2 border-t border-line pt-2">
      {names.length > 0 ? (
        <dl ref={list} className={cn(className, "grid-cols-[4.5rem_minmax(0,1fr)_1.5rem]")}>
          {names.map((name) => (
            <div key={name} className="group/own col-span-3 grid grid-cols-subgrid items-baseline">
              <dt className="overflow-hidden py-1 text-ellipsis text-text-3" title={name}>
                <SoftBreaks text={name} />
              </dt>
              <EditableFact
                label={name}
                value={customFields[name] ?? ""}
                maxLength={MAX_CUSTOM_VALUE}
                onSave={(value) => change({ custom: name, value }, name)}
              />
              <dd className="flex self-center">
                {mayChange ? (
                  <IconButton
                    label={t("remove", { name })}
                    onClick={() => void remove(name)}
                    className="size-6 opacity-0 group-focus-within/own:opacity-100 group-hover/own:opacity-100 touch:opacity-100"
                  >
                    <X aria-hidden />
                  </IconButton>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {!mayChange ? null : isAdding ? (
        <NewField known={customFields} change={change} onEnd={() => setAdding(false)} />
      ) : (
        <button
          type="button"
          ref={adder}
          onClick={() => setAdding(true)}
          className="-mx-1 flex min-h-6 items-center gap-1 rounded-1 px-1 text-12 text-text-2 hover:bg-hover touch:min-h-control-touch"
        >
          <Plus aria-hidden className="size-3.5 stroke-[1.75]" />
          {t("addField")}
        </button>
      )}
    </div>
  );
}

function NewField({ known, change, onEnd }: { known: Record<string, string>; change: Change; onEnd: () => void }) {
  const t = useTranslations("thread.lead.edit");
  const common = useTranslations("common");
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const [called, text] = [name.trim(), value.trim()];
    if (!called || !text || isPending) return;
    if (called in known) return setError(t("taken", { name: called }));
    setPending(true);
    const why = await change({ custom: called, value: text }, called);
    setPending(false);
    if (why === null) onEnd();
    else setError(why);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    event.preventDefault();
    onEnd();
  };
  return (
    <form aria-label={t("addField")} onSubmit={(event) => void submit(event)} className="mt-1 flex flex-col gap-1.5">
      <div className="flex gap-1.5">
        <Input
          aria-label={t("fieldName")}
          placeholder={t("fieldName")}
          ref={takeFocus}
          onKeyDown={leave}
          maxLength={MAX_CUSTOM_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className="h-control w-2/5 text-12 max-md:text-16"
        />
        <Input
          aria-label={t("fieldValue")}
          placeholder={t("fieldValue")}
          onKeyDown={leave}
          maxLength={MAX_CUSTOM_VALUE}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          className="h-control text-12 max-md:text-16"
        />
      </div>
      {error ? (
        <div role="alert">
          <FieldError>{error}</FieldError>
        </div>
      ) : null}
      <div className="flex justify-end gap-1.5">
        <Button size="sm" onClick={onEnd}>
          {common("cancel")}
        </Button>
        <Button size="sm" type="submit" pending={isPending} disabled={!name.trim() || !value.trim()}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
