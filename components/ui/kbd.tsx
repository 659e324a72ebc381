import { cn } from "./cn";

/** A key cap. Hidden from assistive technology: `aria-keyshortcuts` says the key. */
export function Kbd({ children, inverse = false }: { children: string; inverse?: boolean }) {
  return (
    <kbd
      aria-hidden
      className={cn(
        "inline-flex h-4 min-w-4 items-center justify-center rounded-1 px-1 font-sans text-10 font-medium",
        inverse ? "bg-surface/20 text-surface" : "bg-sunken text-text-3",
      )}
    >
      {children}
    </kbd>
  );
}
