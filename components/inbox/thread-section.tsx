"use client";

import { useTranslations } from "next-intl";
import { useEffect, type ComponentType } from "react";
import type { ThreadPaneProps } from "@/components/thread/thread-pane";
import { EmptyState } from "@/components/ui/empty-state";
import { whenIdle } from "@/components/ui/when-idle";
import { LatePane } from "./late-pane";

export type Pane = ComponentType<ThreadPaneProps>;

type ThreadSectionProps = {
  /** The thread's pane, where the page brings it. */
  Pane: Pane | null;
  threadId: number | null;
  onBack: () => void;
  onAfterSend: ThreadPaneProps["onAfterSend"];
};

/** What stands beside the list: the open thread, or what to do. */
export function ThreadSection({ Pane: given, threadId, onBack, onAfterSend }: ThreadSectionProps) {
  const t = useTranslations("inbox.empty");
  const isGiven = given !== null;
  useEffect(() => (isGiven ? undefined : whenIdle(LatePane.load)), [isGiven]);
  const Pane = given ?? LatePane;
  if (threadId !== null) return <Pane key={threadId} threadId={threadId} onBack={onBack} onAfterSend={onAfterSend} />;
  return (
    <EmptyState title={t("nothingOpen")} className="my-auto">
      {t("nothingOpenText")}
    </EmptyState>
  );
}
