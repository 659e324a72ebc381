import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";

/** A field of several lines. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return <textarea {...props} rows={rows} className={cn(controlClass, "py-1.5", className)} />;
}
