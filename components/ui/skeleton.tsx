import { cn } from "./cn";

/** The place of a line that is being read; give it the line's width and height. Appears after 200 ms, so that quick answers do not flash. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cn("block animate-appear bg-sunken base:h-2.5 base:rounded-1", className)} />
);
