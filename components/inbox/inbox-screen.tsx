"use client";

import { useTranslations } from "next-intl";
import { PaneSeparator } from "@/components/shell/pane-separator";
import { usePanes } from "@/components/shell/panes-provider";
import { cn } from "@/components/ui/cn";
import { DueReminders } from "./due-reminders";
import { HandedNotices } from "./handed-notices";
import { OfflineLine } from "./offline-line";
import { ThreadList } from "./thread-list";
import { ThreadSection, type Pane } from "./thread-section";
import { TriageProvider } from "./triage-provider";
import { useAfterSend } from "./use-after-send";
import { useInboxKeys } from "./use-inbox-keys";
import { useListName } from "./use-list-name";
import { useMay } from "./use-may";
import { useListTitle } from "./use-list-title";
import { useOpenThread } from "./use-open-thread";
import { useSelection } from "./use-selection";
import { useThreadList } from "./use-thread-list";
import { useSmartleadCommands } from "./use-smartlead-commands";
import { useTriageCommands } from "./use-triage-commands";

/** List and thread side by side from 768 px on, of which the thread keeps 480 as long as the list has 300 (236 beside the rail); below 768 one at a time. */
export function InboxScreen({ Pane = null }: { Pane?: Pane | null }) {
  const t = useTranslations("inbox");
  const isTeam = useMay("plan.read");
  const mayTriage = useMay("thread.triage");
  const { threadId, open } = useOpenThread();
  const list = useThreadList(threadId);
  const selection = useSelection(list.key);
  const { panes } = usePanes();
  useInboxKeys({ threadId, open });
  useListTitle(useListName(list.address).name);
  const afterSend = useAfterSend({ rows: list.rows, threadId, open });
  return (
    <TriageProvider list={list} selection={selection} threadId={threadId} open={open}>
      {mayTriage ? <TriageCommands selection={selection} threadId={threadId} /> : null}
      <div className="flex min-h-0 flex-1">
        <section
          aria-label={t("panes.list")}
          data-pane="list"
          tabIndex={-1}
          className={cn(
            "flex w-full min-w-0 shrink-0 flex-col border-line -outline-offset-2 md:w-[clamp(14.75rem,100vw-33.25rem,18.75rem)] md:border-r",
            // Where there is not room for all, the list gives way first.
            "lg:w-auto lg:min-w-[18.75rem] lg:shrink-[1000] lg:basis-(--list-width)",
            threadId !== null && "max-md:hidden",
          )}
        >
          <OfflineLine />
          {isTeam ? (
            <>
              <HandedNotices onOpen={open} />
              <DueReminders isShown={(list.filters.view ?? "inbox") === "inbox" && !list.filters.q} onOpen={open} />
            </>
          ) : null}
          <ThreadList list={list} selection={selection} openId={threadId} onOpen={open} />
        </section>
        <div className="relative">
          <PaneSeparator pane="list" className="-left-1" />
        </div>
        <section
          aria-label={t("panes.thread")}
          data-pane="thread"
          className={cn(
            "flex min-h-0 min-w-0 flex-1 flex-col lg:basis-[32.25rem]",
            threadId === null && "max-md:hidden",
            threadId !== null && panes.isLeadShown ? "xl:basis-[calc(30rem+var(--lead-width))]" : "xl:basis-[30rem]",
          )}
        >
          <ThreadSection Pane={Pane} threadId={threadId} onBack={() => open(null)} onAfterSend={afterSend} />
        </section>
      </div>
    </TriageProvider>
  );
}

/** Nothing to see: the keys of triage, inside what does it. */
function TriageCommands(props: Parameters<typeof useTriageCommands>[0]) {
  useTriageCommands(props);
  useSmartleadCommands(props);
  return null;
}
