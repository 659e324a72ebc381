"use client";

import { Clock3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import type { LeadView, OpenThread } from "@/lib/domain/thread-view";
import { isZone, placeOf, wallTimeOf } from "@/lib/domain/wall-time";
import { hoursAhead } from "./hours-ahead";
import { LeadFacts } from "./lead-facts";
import { LeadTimeline } from "./lead-timeline";
import { NextStepCard } from "./next-step-card";
import { OtherThreads } from "./other-threads";

/** Who the lead is: name, work and their clock, what happens next, what is known of them, and what happened so far. */
export function LeadPanel({ thread, draft }: OpenThread) {
  const t = useTranslations("thread.lead");
  const { lead, contact } = thread;
  const name = contact.name || contact.address;
  const work = lead ? [lead.title, lead.company].filter(Boolean).join(", ") : contact.address;
  return (
    <>
      <div className="flex flex-col gap-2 p-4">
        <div className="flex items-center gap-3">
          <Avatar name={name} size="xl" />
          <div className="min-w-0">
            <h2 className="truncate text-15 font-strong tracking-tight">
              <bdi>{name}</bdi>
            </h2>
            <p className="line-clamp-2 text-13 [overflow-wrap:anywhere] text-text-2" title={work}>
              {work}
            </p>
          </div>
        </div>
        {lead?.timeZone && isZone(lead.timeZone) ? <LocalTime zone={lead.timeZone} /> : null}
        {lead ? <Warnings lead={lead} /> : <p className="text-12 text-text-2">{t("strangerText", { name })}</p>}
      </div>
      <section className="border-t border-line p-4">
        <NextStepCard thread={thread} draft={draft} />
      </section>
      <section className="border-t border-line p-4">
        <LeadFacts thread={thread} />
      </section>
      <section className="border-t border-line p-4">
        <LeadTimeline threadId={thread.id} />
      </section>
      <OtherThreads threadId={thread.id} company={lead?.company ?? ""} />
    </>
  );
}

function LocalTime({ zone }: { zone: string }) {
  const t = useTranslations("thread.lead");
  const { now, viewer } = useViewer();
  const ahead = hoursAhead(zone, viewer.timeZone, now);
  return (
    <p className="flex gap-1.5 text-13 text-text-2">
      <Clock3 aria-hidden className="mt-0.5 size-3.5 shrink-0 stroke-[1.75]" />
      <span className="min-w-0">
        <span className="font-medium text-text tabular-nums">{wallTimeOf(now, zone).time}</span>{" "}
        {t("localTime", { place: placeOf(zone) })},{" "}
        {ahead === 0 ? t("sameTime") : t(ahead > 0 ? "ahead" : "behind", { hours: Math.abs(ahead) })}
      </span>
    </p>
  );
}

function Warnings({ lead }: { lead: LeadView }) {
  const t = useTranslations("thread.lead");
  const { words } = useViewer();
  const dates = { unsubscribed: lead.unsubscribedAt, doNotContact: lead.doNotContactAt, bounced: lead.bouncedAt };
  return (["unsubscribed", "doNotContact", "bounced"] as const).map((name) => {
    const at = dates[name];
    return at ? (
      <p key={name} className="text-12 font-medium text-bad">
        {t(name, { date: words.short(at) })}
      </p>
    ) : null;
  });
}
