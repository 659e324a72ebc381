"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useStoppedWords } from "@/components/inbox/use-stopped-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { isOnlyRefused, type MailboxTrouble, type StoppedMailbox } from "@/lib/domain/mailbox-health";

type StoppedDialogProps = { failing: StoppedMailbox[]; keepers: MailboxTrouble["keepers"]; onClose: () => void };

/** Which mailboxes have stopped, why and since when, and who can reconnect them: for who cannot. */
export function StoppedDialog({ failing, keepers, onClose }: StoppedDialogProps) {
  const t = useTranslations("health.stopped");
  const common = useTranslations("common");
  const stoppedWords = useStoppedWords();
  const isRefused = failing.every(isOnlyRefused);
  const format = useFormatter();
  const names = format.list(
    keepers.map(({ name, email }) => (name ? `${name} (${email})` : email)),
    { type: "disjunction" },
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(isRefused ? "refused" : "title", { count: failing.length })}
      description={t(isRefused ? "refusedText" : "text")}
      actions={<Button onClick={onClose}>{common("close")}</Button>}
    >
      <ul className="flex max-h-60 flex-col gap-2 overflow-y-auto">
        {failing.map((mailbox) => (
          <li key={mailbox.id}>
            <p className="font-medium break-words">{mailbox.address}</p>
            <p className="text-12 text-bad">{stoppedWords(mailbox)}</p>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-13 text-text-2">
        {names ? t("ask", { names, count: failing.length }) : t("askNobody", { count: failing.length })}
      </p>
    </Dialog>
  );
}
