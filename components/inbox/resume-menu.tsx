"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { AnchoredItem, AnchoredMenu } from "@/components/ui/anchored-menu";
import { resume } from "@/lib/actions/smartlead-actions";
import { useSmartleadThread } from "./use-smartlead-thread";

const DELAYS = [0, 1, 3, 7, 14, 30];

type ResumeMenuProps = { threadIds: number[]; frame: Omit<ComponentProps<typeof AnchoredMenu>, "title" | "children"> };

/** When a paused sequence goes on: at once, or in some days. */
export function ResumeMenu({ threadIds, frame }: ResumeMenuProps) {
  const t = useTranslations("inbox.smartlead");
  const { threadId, order } = useSmartleadThread(threadIds);
  if (threadId === null) return null;
  return (
    <AnchoredMenu {...frame} title={t("resume")}>
      {DELAYS.map((days) => (
        <AnchoredItem
          key={days}
          icon={<Play aria-hidden />}
          onSelect={() => {
            frame.onClose();
            void order(() => resume({ threadId, ...(days === 0 ? {} : { delayDays: days }) }), "resumed");
          }}
        >
          {t("resumeIn", { days })}
        </AnchoredItem>
      ))}
    </AnchoredMenu>
  );
}
