"use client";

import { useTranslations } from "next-intl";
import { Activity, useEffect, useState, type ComponentType } from "react";
import type { ThreadPaneProps } from "@/components/thread/thread-pane";
import { afterPaint } from "@/components/ui/after-paint";
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
  const visits = useVisits(threadId);
  return (
    <>
      {threadId === null ? (
        <EmptyState title={t("nothingOpen")} className="my-auto">
          {t("nothingOpenText")}
        </EmptyState>
      ) : null}
      {visits.map(({ number, threadId: id, isOver }) => {
        const pane = <Pane key={number} threadId={id} onBack={onBack} onAfterSend={onAfterSend} />;
        if (number === SERVED) return pane;
        return (
          <Activity key={number} mode={isOver ? "hidden" : "visible"}>
            {pane}
          </Activity>
        );
      })}
    </>
  );
}

/** The visit that the page began with: React wakes what stands in an Activity later, and by then it would no longer be as served. */
const SERVED = 0;

type Visit = { number: number; threadId: number; isOver: boolean };

/**
 * The open thread, and for a moment the one before it, hidden: to take its frames away costs as much as to draw the next, which
 * is what somebody waits for. Who comes back begins a visit of its own.
 */
function useVisits(threadId: number | null): Visit[] {
  const [visits, setVisits] = useState<Visit[]>(() =>
    threadId === null ? [] : [{ number: SERVED, threadId, isOver: false }],
  );
  const now = visits.find(({ isOver }) => !isOver) ?? null;
  if ((now?.threadId ?? null) !== threadId) {
    const number = (visits[0]?.number ?? SERVED) + 1;
    const former = now && now.number !== SERVED ? [{ ...now, isOver: true }] : [];
    setVisits(threadId === null ? former : [{ number, threadId, isOver: false }, ...former]);
  }
  const hasFormer = visits.some(({ isOver }) => isOver);
  useEffect(
    () => (hasFormer ? afterPaint(() => setVisits((each) => each.filter(({ isOver }) => !isOver))) : undefined),
    [hasFormer, threadId],
  );
  return visits;
}
