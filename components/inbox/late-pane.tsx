"use client";

import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ThreadPaneProps } from "@/components/thread/thread-pane";
import { ThreadSkeleton } from "@/components/thread/thread-skeleton";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { late } from "@/components/ui/late";

/** The thread's pane, which the list does without: it comes once the page has nothing else to do, or when a thread is opened. */
export const LatePane = late<ThreadPaneProps>(
  () => import("@/components/thread/thread-pane-with-texts").then((file) => file.ThreadPaneWithTexts),
  <ThreadSkeleton />,
  Failed,
);

function Failed({ again }: { again: () => void }) {
  const t = useTranslations("inbox.list");
  return (
    <EmptyState
      tone="bad"
      icon={<CircleX aria-hidden />}
      title={t("notLoaded")}
      className="my-auto"
      actions={<Button onClick={again}>{t("again")}</Button>}
    />
  );
}
