import type { MouseEvent, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { useInsights } from "./insight-context";
import type { OpenFigure } from "./use-insight-address";

/** A figure that opens the threads behind it; one of none has nothing to open. */
export function OpenLink({
  figure,
  count,
  label,
  className,
  grow,
  children,
}: {
  figure: OpenFigure;
  count: number;
  label?: string | undefined;
  className?: string;
  /** How much of a row of them it takes. */
  grow?: number;
  children: ReactNode;
}) {
  const { open, queryOf } = useInsights();
  if (count === 0) return <span className={className}>{children}</span>;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(figure);
  };
  return (
    <a
      href={queryOf(figure)}
      data-figure={`${figure.block}~${figure.key}`}
      aria-label={label}
      onClick={follow}
      style={grow === undefined ? undefined : { flexGrow: grow }}
      className={cn("rounded-1 underline-offset-2 hover:underline", className)}
    >
      {children}
    </a>
  );
}
