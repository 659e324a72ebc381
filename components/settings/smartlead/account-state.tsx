"use client";

import { Check, CircleX, CloudOff, Hourglass, KeyRound, RefreshCw, Unplug, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import type { SmartleadHealth } from "@/lib/domain/smartlead-health";

const LOOKS = {
  new: { icon: RefreshCw, tone: "text-accent-text" },
  connected: { icon: Check, tone: "text-good" },
  disconnected: { icon: Unplug, tone: "text-text-3" },
  failing_auth: { icon: KeyRound, tone: "text-bad" },
  failing_limit: { icon: Hourglass, tone: "text-warn" },
  failing_network: { icon: CloudOff, tone: "text-warn" },
  failing_other: { icon: CircleX, tone: "text-bad" },
} as const satisfies Record<string, { icon: LucideIcon; tone: string }>;
type Word = keyof typeof LOOKS;

/** How an account stands and since when, in words, and what follows from it. */
export function AccountState({ account }: { account: SmartleadHealth }) {
  const t = useTranslations("smartlead.state");
  const { words, now } = useViewer();
  const word = wordOf(account);
  const { icon: Icon, tone } = LOOKS[word];
  const { keyHint, stateSince, nextAttemptAt, waitingReplies } = account;
  const isAhead = nextAttemptAt !== null && Date.parse(nextAttemptAt) > now.getTime();
  const isStopped = account.state === "failing" || account.state === "disconnected";
  const second = [
    t(`${word}.text`),
    isStopped && waitingReplies > 0 ? t("waiting", { count: waitingReplies }) : null,
    account.state === "failing" && isAhead ? t("nextTry", { time: words.precise(nextAttemptAt) }) : null,
  ];
  return (
    <div className="flex gap-2">
      <Icon aria-hidden className={cn("mt-0.5 size-[15px] shrink-0 stroke-[1.75]", tone)} />
      <div className="min-w-0">
        <h2 className={cn("font-medium", word === "connected" ? "text-text" : tone)}>
          {t(`${word}.title`, { since: words.precise(stateSince) })}
          <span className="ml-2 font-mono text-12 font-regular text-text-3">{t("key", { hint: keyHint })}</span>
        </h2>
        <p className="text-12 text-pretty text-text-3">{second.filter(Boolean).join(" ")}</p>
      </div>
    </div>
  );
}

function wordOf({ state, stateReason }: SmartleadHealth): Word {
  if (state !== "failing") return state;
  const word = `failing_${stateReason ?? "other"}`;
  return word in LOOKS ? (word as Word) : "failing_other";
}
