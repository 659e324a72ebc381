import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ThreadSection } from "@/components/inbox/thread-section";
import { TriageProvider } from "@/components/inbox/triage-provider";
import { CommandIconButton } from "@/components/commands/command-icon-button";
import type { ThreadListModel } from "@/components/inbox/use-thread-list";
import { useScheduleScreen } from "./schedule-context";

/** No list stands beside a thread that is opened from the calendar. */
const NO_LIST: Pick<ThreadListModel, "rows" | "filters"> = { rows: [], filters: { view: "all" } };
const NO_SELECTION = { drop: () => undefined, messageCounts: {} };

/** The thread of an item beside the calendar, where its words are read and written on; on a phone in its place. */
export function BesideThread({ threadId }: { threadId: number }) {
  const t = useTranslations("schedule");
  const { address } = useScheduleScreen();
  const close = () => address.openThread(null);
  return (
    <TriageProvider list={NO_LIST} selection={NO_SELECTION} threadId={threadId} open={(id) => address.openThread(id)}>
      <section
        aria-label={t("thread")}
        data-pane="thread"
        className="relative flex min-h-0 min-w-0 flex-col border-line max-lg:flex-1 lg:w-[min(34rem,46vw)] lg:shrink-0 lg:border-l"
      >
        <CommandIconButton
          id="thread.close"
          label={t("closeThread")}
          onClick={close}
          className="absolute top-2 right-2 z-sticky max-md:hidden"
        >
          <X aria-hidden />
        </CommandIconButton>
        <ThreadSection Pane={null} threadId={threadId} onBack={close} onAfterSend={() => undefined} />
      </section>
    </TriageProvider>
  );
}
