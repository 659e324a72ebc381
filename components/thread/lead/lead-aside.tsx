import type { ReactNode } from "react";
import { PaneSeparator } from "@/components/shell/pane-separator";
import { cn } from "@/components/ui/cn";
import type { LeadShown } from "../use-lead-shown";

/** Where the lead stands: a column from 1280 px on, below that it slides over the thread. Styles decide, so that the server draws right for every width. */
export function LeadAside({ lead, children }: { lead: LeadShown; children: ReactNode }) {
  return (
    <>
      {/* On a phone a press beside it is a way back to the thread; keys have theirs. */}
      {lead.isOver ? (
        <button
          type="button"
          aria-hidden
          tabIndex={-1}
          data-scrim
          onClick={lead.leave}
          className="absolute inset-0 z-nav mt-14 cursor-default bg-scrim md:hidden"
        />
      ) : null}
      <aside
        data-pane="lead"
        tabIndex={-1}
        className={cn(
          "relative flex w-(--lead-width) max-w-full shrink-0 border-l border-line bg-surface-2",
          "max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-nav max-xl:mt-bar max-xl:shadow-2 max-md:mt-14",
          "max-xl:transition-[opacity,translate] max-xl:duration-3 max-xl:starting:translate-x-4 max-xl:starting:opacity-0",
          !lead.isColumn && "xl:hidden",
          !lead.isOver && "max-xl:hidden",
        )}
      >
        <PaneSeparator pane="lead" className="-left-1" />
        <div className="min-w-0 flex-1 overflow-y-auto">{children}</div>
      </aside>
    </>
  );
}
