import type { ComponentProps, KeyboardEvent } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";

/** A field of several lines. */
export function Textarea({ className, rows = 4, onKeyDown, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...props}
      rows={rows}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (!event.defaultPrevented) pressButton(event);
      }}
      className={cn(controlClass, "py-1.5", className)}
    />
  );
}

/** Enter begins a line here: with Mod it presses the form's button, unless that is off. */
function pressButton(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  const buttons = [...(event.currentTarget.form?.elements ?? [])].filter((each) => each instanceof HTMLButtonElement);
  const button = buttons.find(({ type }) => type === "submit");
  if (!button) return;
  event.preventDefault();
  button.click();
}
