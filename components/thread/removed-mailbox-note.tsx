import { Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ThreadMailboxView } from "@/lib/domain/thread-view";

/** Says above the composer that the thread's mailbox was removed, and what becomes of a reply. */
export function RemovedMailboxNote({ mailbox }: { mailbox: ThreadMailboxView }) {
  const t = useTranslations("thread");
  if (!mailbox.isRemoved) return null;
  return (
    <p className="flex items-start gap-2 border-t border-line px-3 py-2 text-12 text-warn">
      <Unplug aria-hidden className="mt-px size-3.5 shrink-0 stroke-[1.75]" />
      <span className="min-w-0 break-words">{t("removedMailbox", { address: mailbox.address })}</span>
    </p>
  );
}
