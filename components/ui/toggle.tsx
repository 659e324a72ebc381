"use client";

import { Switch } from "@base-ui/react/switch";
import { useId } from "react";
import { cn } from "./cn";

/** On or off, at once. `label` is its name; the word beside it is drawn by whoever uses it, or here with `showLabel`. */
export function Toggle({
  label,
  checked,
  onChange,
  disabled = false,
  showLabel = false,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  showLabel?: boolean;
}) {
  const name = useId();
  const control = (
    <Switch.Root
      checked={checked}
      onCheckedChange={(next) => onChange(next)}
      disabled={disabled}
      // Named as served, not only once the page is awake.
      {...(showLabel ? { "aria-labelledby": name } : { "aria-label": label })}
      className={cn(
        "relative inline-flex h-4 w-7 shrink-0 rounded-full bg-line-control transition-colors duration-1 data-checked:bg-accent data-disabled:opacity-45",
        "before:absolute before:-inset-1 before:content-[''] touch:before:-inset-3.5",
      )}
    >
      <Switch.Thumb className="m-0.5 size-3 rounded-full bg-surface transition-[translate] duration-1 data-checked:translate-x-3" />
    </Switch.Root>
  );
  if (!showLabel) return control;
  return (
    <label className="inline-flex items-center gap-2 text-12 text-text-2 touch:min-h-control-touch">
      <span id={name}>{label}</span>
      {control}
    </label>
  );
}
