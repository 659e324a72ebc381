import type { ReactNode } from "react";
import { cn } from "./cn";

/** What a pane says when it has nothing to show, or could not load it: what is so, and what to do. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
  tone = "plain",
  className,
}: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  tone?: "plain" | "bad";
  className?: string;
}) {
  return (
    <div
      className={cn("mx-auto flex max-w-sm flex-col items-center gap-1 px-4 py-12 text-center", className)}
      {...(tone === "bad" ? { role: "alert" } : {})}
    >
      {icon ? (
        <div className={cn("mb-2 [&_svg]:size-6 [&_svg]:stroke-[1.5]", tone === "bad" ? "text-bad" : "text-text-3")}>
          {icon}
        </div>
      ) : null}
      <h2 className="max-w-full text-16 font-strong tracking-tight wrap-anywhere">{title}</h2>
      {children ? <div className="text-13 text-pretty text-text-2">{children}</div> : null}
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
