"use client";

import {
  Check,
  CircleX,
  CloudOff,
  FlaskConical,
  Gauge,
  Hourglass,
  LockOpen,
  RefreshCw,
  ShieldX,
  Unplug,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import { healthWord, type HealthWord, type MailboxHealth } from "@/lib/domain/mailbox-health";

const LOOKS = {
  sandbox: { icon: FlaskConical, tone: "text-accent-text" },
  new: { icon: RefreshCw, tone: "text-accent-text" },
  connected: { icon: Check, tone: "text-good" },
  behind: { icon: Hourglass, tone: "text-warn" },
  capped: { icon: Gauge, tone: "text-warn" },
  disabled: { icon: Unplug, tone: "text-text-3" },
  failing_auth: { icon: CircleX, tone: "text-bad" },
  failing_permission: { icon: ShieldX, tone: "text-bad" },
  failing_network: { icon: CloudOff, tone: "text-warn" },
  failing_tls: { icon: LockOpen, tone: "text-bad" },
  failing_name: { icon: CircleX, tone: "text-bad" },
  failing_other: { icon: CircleX, tone: "text-bad" },
} as const;
const PLAIN: readonly HealthWord[] = ["connected", "sandbox"];

/** How a mailbox stands and since when, in words; below it what waits and when it is tried again. */
export function MailboxHealthState({ mailbox }: { mailbox: MailboxHealth }) {
  const t = useTranslations("health.state");
  const { words, now } = useViewer();
  const second = useSecondLine(mailbox);
  const word = healthWord(mailbox, now);
  const { icon: Icon, tone } = LOOKS[word];
  const since = words.precise(word === "behind" ? mailbox.lastSyncedAt! : mailbox.stateSince);
  return (
    <div className="flex min-w-0 gap-2">
      <Icon aria-hidden className={cn("mt-0.5 size-[15px] shrink-0 stroke-[1.75]", tone)} />
      <div className="min-w-0">
        <p className={cn("font-medium", PLAIN.includes(word) ? "text-text" : tone)}>
          {t(`${word}.title`, { since, cap: mailbox.dailyCap ?? 0 })}
        </p>
        <p className="text-12 text-text-3">{second}</p>
      </div>
    </div>
  );
}

/** "3 replies wait. Next try 10:58." */
function useSecondLine(mailbox: MailboxHealth): string {
  const state = useTranslations("health.state");
  const t = useTranslations("health.list");
  const { words, now } = useViewer();
  const word = healthWord(mailbox, now);
  const { waitingReplies: count, nextAttemptAt } = mailbox;
  const isStopped = mailbox.state === "failing" || mailbox.state === "disabled";
  const replies = count === 0 ? null : t(isStopped ? "waiting" : "planned", { count });
  const text = state(`${word}.text`);
  if (mailbox.state !== "failing") return [text, replies].filter(Boolean).join(" ");
  const isAhead = nextAttemptAt !== null && Date.parse(nextAttemptAt) > now.getTime();
  const next = isAhead ? t("nextTry", { time: words.precise(nextAttemptAt) }) : t("tryingNow");
  return [replies ?? text, next].join(" ");
}
