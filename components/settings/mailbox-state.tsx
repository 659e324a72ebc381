"use client";

import { Check, CircleX, CloudOff, FlaskConical, KeyRound, LockOpen, RefreshCw, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { stateWord, type MailboxItem } from "./mailbox-item";

const LOOKS = {
  sandbox: { icon: FlaskConical, tone: "text-accent-text" },
  new: { icon: RefreshCw, tone: "text-accent-text" },
  connected: { icon: Check, tone: "text-good" },
  disabled: { icon: Unplug, tone: "text-text-3" },
  unsigned: { icon: KeyRound, tone: "text-warn" },
  failing_oauth: { icon: KeyRound, tone: "text-bad" },
  failing_auth: { icon: CircleX, tone: "text-bad" },
  failing_network: { icon: CloudOff, tone: "text-warn" },
  failing_tls: { icon: LockOpen, tone: "text-bad" },
  failing_name: { icon: CircleX, tone: "text-bad" },
  failing_other: { icon: CircleX, tone: "text-bad" },
} as const;

/** How a mailbox is, as icon, word and what follows from it. */
export function MailboxState({ mailbox, brief = false }: { mailbox: MailboxItem; brief?: boolean }) {
  const t = useTranslations("settings.mailboxes.state");
  const word = stateWord(mailbox);
  const { icon: Icon, tone } = LOOKS[word];
  return (
    <div className="flex min-w-0 gap-2">
      <Icon aria-hidden className={cn("mt-0.5 size-[15px] shrink-0 stroke-[1.75]", tone)} />
      <div className="min-w-0">
        <p className={cn("font-medium", word === "connected" || word === "sandbox" ? "text-text" : tone)}>
          {t(`${word}.title`)}
        </p>
        <p className={cn("text-12 text-text-3", brief && "truncate")}>{t(`${word}.text`)}</p>
      </div>
    </div>
  );
}
