"use client";

import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ThreadSkeleton } from "@/components/thread/thread-skeleton";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useLatePane, type Pane } from "./use-late-pane";

type ThreadSectionProps = {
  /** The thread's pane, where the page brings it. */
  Pane: Pane | null;
  threadId: number | null;
  onBack: () => void;
  onAfterSend: () => void;
};

/** What stands beside the list: the open thread, its shapes while what draws it is being read, or what to do. */
export function ThreadSection({ Pane: given, threadId, onBack, onAfterSend }: ThreadSectionProps) {
  const t = useTranslations("inbox");
  const { Pane, hasFailed, again } = useLatePane(given, threadId !== null);
  if (threadId === null)
    return (
      <EmptyState title={t("empty.nothingOpen")} className="my-auto">
        {t("empty.nothingOpenText")}
      </EmptyState>
    );
  if (Pane) return <Pane key={threadId} threadId={threadId} onBack={onBack} onAfterSend={onAfterSend} />;
  if (!hasFailed) return <ThreadSkeleton />;
  return (
    <EmptyState
      tone="bad"
      icon={<CircleX aria-hidden />}
      title={t("list.notLoaded")}
      className="my-auto"
      actions={<Button onClick={again}>{t("list.again")}</Button>}
    />
  );
}
