"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useViewer } from "@/components/inbox/viewer";
import type { SmartleadHealth } from "@/lib/domain/smartlead-health";
import { TimeAgo } from "../time-ago";

/** What the key opens, when it was last looked at, and how many calls are left of its budget. */
export function AccountFigures({ account }: { account: SmartleadHealth }) {
  const t = useTranslations("smartlead.figures");
  const { words } = useViewer();
  const { campaigns, mailboxes, leads, repliesFound, lastPolledAt, budget } = account;
  const used = budget ? budget.used.person + budget.used.sync + budget.used.sweep : 0;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 px-4 py-3 sm:grid-cols-3 lg:grid-cols-6 lg:px-5">
      <Figure name={t("campaigns")}>{t("count", { count: campaigns.length })}</Figure>
      <Figure name={t("mailboxes")}>{t("count", { count: mailboxes })}</Figure>
      <Figure name={t("replies")}>{repliesFound === null ? "–" : t("count", { count: repliesFound })}</Figure>
      <Figure name={t("threads")}>{t("count", { count: leads })}</Figure>
      <Figure name={t("looked")}>
        <TimeAgo at={lastPolledAt} />
      </Figure>
      {budget ? (
        <Figure name={t("budget")}>
          {budget.blockedUntil
            ? t("blocked", { time: words.precise(budget.blockedUntil) })
            : t("left", { left: Math.max(0, budget.perMinute - used), of: budget.perMinute })}
        </Figure>
      ) : null}
    </dl>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-11 text-text-3">{name}</dt>
      <dd className="text-13 tabular-nums">{children}</dd>
    </div>
  );
}
