"use client";

import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { MailboxHealth } from "@/lib/domain/mailbox-health";

/** From this share of the cap on it is nearly used up. */
const NEARLY = 0.85;

/** What a mailbox has sent today, and how much of its cap that is. */
export function SentToday({ mailbox: { sentToday, dailyCap } }: { mailbox: MailboxHealth }) {
  const t = useTranslations("health.list");
  const format = useFormatter();
  if (dailyCap === null) return <p className="text-12 text-text-2 tabular-nums">{format.number(sentToday)}</p>;
  const share = dailyCap === 0 ? 1 : Math.min(1, sentToday / dailyCap);
  return (
    <div className="max-w-28">
      <p className="text-12 text-text-2 tabular-nums">
        {t.rich("ofCap", {
          sent: sentToday,
          cap: dailyCap,
          b: (figure) => <span className="font-medium text-text">{figure}</span>,
        })}
      </p>
      <svg aria-hidden viewBox="0 0 100 3" preserveAspectRatio="none" className="mt-1 block h-[3px] w-full">
        <rect width="100" height="3" className="fill-sunken" />
        <rect
          width={share * 100}
          height="3"
          className={cn(sentToday > dailyCap ? "fill-bad" : share >= NEARLY ? "fill-warn-mark" : "fill-text-2")}
        />
      </svg>
    </div>
  );
}
