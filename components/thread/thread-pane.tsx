"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import { Composer } from "@/components/composer/composer";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import type { OpenThread, ThreadView } from "@/lib/domain/thread-view";
import { QueryFailure } from "@/lib/queries/fetch-json";
import { threadQuery } from "@/lib/queries/threads";
import { LeadPanel } from "./lead-panel";
import { ThreadHeader } from "./thread-header";
import { ThreadMessages } from "./thread-messages";
import { FailedThread, ThreadSkeleton } from "./thread-states";
import { useMarkRead } from "./use-mark-read";
import { useThreadKeys } from "./use-thread-keys";

type ThreadPaneProps = {
  threadId: number;
  onBack: () => void;
  onDone: (thread: Pick<ThreadView, "id" | "isArchived">) => void;
};

/** One thread: its exchange, the composer, and beside it the lead. */
export function ThreadPane({ threadId, onBack, onDone }: ThreadPaneProps) {
  const { data, error, refetch } = useQuery(threadQuery(threadId));
  if (data) return <Thread open={data} onBack={onBack} onDone={onDone} />;
  if (!error) return <ThreadSkeleton />;
  const code = error instanceof QueryFailure ? error.code : "unavailable";
  return <FailedThread code={code} onAgain={() => void refetch()} onBack={onBack} />;
}

function Thread({ open: { thread, draft }, onBack, onDone }: { open: OpenThread } & Omit<ThreadPaneProps, "threadId">) {
  const { viewer } = useViewer();
  // From 1280 px on the lead has a column unless it was closed; below that it slides over when it was asked for.
  const [lead, setLead] = useState<"by width" | "shown" | "hidden">("by width");
  const isWide = useIsWide();
  const isLeadShown = lead === "by width" ? isWide : lead === "shown";
  const toggleLead = () => setLead(isLeadShown ? "hidden" : "shown");
  useMarkRead(thread);
  useThreadKeys({ thread, onDone: () => onDone(thread), onLead: toggleLead });
  return (
    <div className="relative flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <ThreadHeader
          thread={thread}
          isLeadShown={isLeadShown}
          onBack={onBack}
          onDone={() => onDone(thread)}
          onLead={toggleLead}
        />
        <ThreadMessages thread={thread} />
        <Composer thread={thread} draft={draft} viewer={viewer} />
      </div>
      <aside
        data-pane="lead"
        className={cn(
          "w-lead shrink-0 overflow-y-auto border-l border-line bg-surface-2",
          "max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-nav max-xl:mt-bar max-xl:shadow-2",
          lead === "by width" && "max-xl:hidden",
          lead === "hidden" && "hidden",
        )}
      >
        <LeadPanel thread={thread} />
      </aside>
    </div>
  );
}

const WIDE = "(min-width: 80rem)";

/** Whether the lead has a column of its own; the server draws for a wide screen, and styles hide it on others. */
const useIsWide = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const wide = window.matchMedia(WIDE);
      wide.addEventListener("change", onChange);
      return () => wide.removeEventListener("change", onChange);
    },
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
