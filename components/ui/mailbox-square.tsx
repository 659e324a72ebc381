import { cn } from "./cn";

const COLOURS = ["bg-mb-1", "bg-mb-2", "bg-mb-3", "bg-mb-4", "bg-mb-5", "bg-mb-6", "bg-mb-7", "bg-mb-8"];

/** A mailbox: a square of its colour (1 to 8), always beside its address. */
export function MailboxSquare({ colour, className }: { colour: number; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-block size-2 shrink-0 rounded-[2px] forced-color-adjust-none",
        COLOURS[(colour - 1) & 7],
        className,
      )}
    />
  );
}
