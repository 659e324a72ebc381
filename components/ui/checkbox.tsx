"use client";

import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { useId, type ReactNode } from "react";
import { cn } from "./cn";

/** A box to tick. With children they are its visible label; else `label` names it. */
export function Checkbox({
  label,
  checked,
  indeterminate = false,
  onChange,
  disabled = false,
  children,
  className,
}: {
  label?: string;
  checked: boolean;
  indeterminate?: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  children?: ReactNode;
  className?: string;
}) {
  const name = useId();
  const box = (
    <BaseCheckbox.Root
      checked={checked}
      indeterminate={indeterminate}
      disabled={disabled}
      onCheckedChange={(next) => onChange(next)}
      // Named as served, not only once the page is awake.
      {...(children ? { "aria-labelledby": name } : { "aria-label": label })}
      className={cn(
        "relative flex size-3.5 shrink-0 items-center justify-center rounded-1 border border-line-control bg-surface text-text-on-accent",
        "before:absolute before:-inset-[5px] before:content-[''] data-checked:border-accent data-checked:bg-accent touch:size-5 touch:before:-inset-3",
        "data-disabled:opacity-45 data-indeterminate:border-accent data-indeterminate:bg-accent",
        !children && className,
      )}
    >
      <BaseCheckbox.Indicator className="[&_svg]:size-3 [&_svg]:stroke-3">
        {indeterminate ? <Minus aria-hidden /> : <Check aria-hidden />}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
  if (!children) return box;
  return (
    <label className={cn("inline-flex items-center gap-2 text-13", className)}>
      {box}
      <span id={name}>{children}</span>
    </label>
  );
}
