import type { ReactNode } from "react";
import { cn } from "./cn";

export type Tone = "plain" | "accent" | "good" | "warn" | "bad" | "note";

const TONES: Record<Tone, string> = {
  plain: "bg-sunken text-text-2",
  accent: "bg-accent-soft text-accent-text",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  note: "bg-note-soft text-note",
};

/** One word about a state. */
export function Badge({
  tone = "plain",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        "inline-flex h-4.5 items-center rounded-1 px-1.5 text-11 font-medium whitespace-nowrap",
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
