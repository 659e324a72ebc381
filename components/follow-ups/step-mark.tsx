import { cn } from "@/components/ui/cn";

/**
 * A step's place on the rail, at the left of an element that stands `relative`. `certain` leaves whatever happens, `conditional` only
 * if nobody answers, `over` has left or was dropped, `end` only ends the rail.
 */
export function StepMark({
  kind,
  isLast = false,
}: {
  kind: "certain" | "conditional" | "over" | "end";
  isLast?: boolean;
}) {
  return (
    <span aria-hidden className="pointer-events-none absolute inset-y-0 left-1.5 w-2.5">
      {kind === "end" || isLast ? null : (
        <span className="absolute top-2 bottom-[-0.5rem] left-1/2 -translate-x-1/2 border-l border-dashed border-line-control" />
      )}
      {kind === "end" ? null : (
        <span
          className={cn(
            "absolute top-2 left-0 size-2.5 rounded-full border-2 forced-color-adjust-none",
            kind === "certain" && "border-accent bg-accent",
            kind === "conditional" && "border-accent bg-raised",
            kind === "over" && "border-line-control bg-raised",
          )}
        />
      )}
    </span>
  );
}
