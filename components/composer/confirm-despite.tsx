"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ThreadView } from "@/lib/domain/thread-view";
import { dayWords } from "./clock-words";
import type { Despite } from "./refusals";

type ConfirmDespiteProps = {
  despite: Despite | null;
  lead: ThreadView["lead"];
  timeZone: string;
  isPending: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Asks before a lead is written to who asked not to be, or whose address has bounced. Keeping the text back holds the focus. */
export function ConfirmDespite({ despite, lead, timeZone, isPending, onConfirm, onCancel }: ConfirmDespiteProps) {
  const t = useTranslations("composer.despite");
  const locale = useLocale();
  const safe = useRef<HTMLButtonElement>(null);
  if (!despite) return null;
  const since = sinceOf(despite, lead);
  const day = since ? dayWords(new Date(since), timeZone, locale) : "none";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onCancel()}
      title={t(`${despite}.title`)}
      description={t(`${despite}.text`, { who: lead?.email ?? "", day })}
      initialFocus={safe}
      actions={
        <>
          <Button ref={safe} onClick={onCancel}>
            {t("keep")}
          </Button>
          <Button variant="danger" pending={isPending} onClick={onConfirm}>
            {t("send")}
          </Button>
        </>
      }
    />
  );
}

function sinceOf(despite: Despite, lead: ThreadView["lead"]): string | null {
  if (!lead) return null;
  return { unsubscribed: lead.unsubscribedAt, do_not_contact: lead.doNotContactAt, bounced: lead.bouncedAt }[despite];
}
