"use client";

import { useTranslations } from "next-intl";
import { useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { unsubscribe } from "@/lib/actions/smartlead-actions";
import { useSmartleadThread } from "./use-smartlead-thread";

type UnsubscribeDialogProps = { threadIds: number[]; onClose: () => void };

/** Asks before a lead is unsubscribed, which holds for good; the safe choice holds the focus. */
export function UnsubscribeDialog({ threadIds, onClose }: UnsubscribeDialogProps) {
  const t = useTranslations("inbox.smartlead");
  const common = useTranslations("common");
  const { threadId, thread, order } = useSmartleadThread(threadIds);
  const [isPending, start] = useTransition();
  const safe = useRef<HTMLButtonElement>(null);
  const run = () =>
    start(async () => {
      if (threadId !== null && (await order(() => unsubscribe({ threadId }), "unsubscribed"))) onClose();
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("ask.title", { name: thread?.contact.name || thread?.contact.address || "" })}
      description={t("ask.text")}
      initialFocus={safe}
      actions={
        <>
          <Button ref={safe} onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button variant="danger" pending={isPending} onClick={run}>
            {t("ask.confirm")}
          </Button>
        </>
      }
    />
  );
}
