"use client";

import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ThreadPaneProps } from "@/components/thread/thread-pane";
import { ThreadSkeleton } from "@/components/thread/thread-skeleton";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { late } from "@/components/ui/late";
import { languageOf } from "@/lib/domain/locale";

/** In the language of the page; another one comes with another page. */
const PANES = {
  en: () => import("@/components/thread/thread-pane-en").then((file) => file.ThreadPaneEn),
  de: () => import("@/components/thread/thread-pane-de").then((file) => file.ThreadPaneDe),
};

/** The thread's pane, which the list does without: it comes once the page has nothing else to do, or when a thread is opened. */
export const LatePane = late<ThreadPaneProps>(
  () => PANES[languageOf(document.documentElement.lang)](),
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
