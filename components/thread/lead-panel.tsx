"use client";

import { Clock3 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import type { LeadView, ThreadView } from "@/lib/domain/thread-view";
import { isZone, placeOf, wallTimeOf } from "@/lib/domain/wall-time";
import { hoursAhead } from "./hours-ahead";

/** Who the lead is: name and work, their clock, and what is known of them. */
export function LeadPanel({ thread }: { thread: ThreadView }) {
  const t = useTranslations("thread.lead");
  const { lead, contact } = thread;
  const name = contact.name || contact.address;
  const work = lead ? [lead.title, lead.company].filter(Boolean).join(", ") : contact.address;
  return (
    <>
      <div className="flex flex-col gap-2 border-b border-line p-4">
        <div className="flex items-center gap-3">
          <Avatar name={name} size="xl" />
          <div className="min-w-0">
            <h2 className="truncate text-15 font-strong tracking-tight">
              <bdi>{name}</bdi>
            </h2>
            <p className="truncate text-13 text-text-2" title={work}>
              {work}
            </p>
          </div>
        </div>
        {lead?.timeZone && isZone(lead.timeZone) ? <LocalTime zone={lead.timeZone} /> : null}
        {lead ? <Warnings lead={lead} /> : <p className="text-12 text-text-2">{t("strangerText", { name })}</p>}
      </div>
      <Facts thread={thread} />
    </>
  );
}

function LocalTime({ zone }: { zone: string }) {
  const t = useTranslations("thread.lead");
  const { now, viewer } = useViewer();
  const ahead = hoursAhead(zone, viewer.timeZone, now);
  return (
    <p className="flex items-baseline gap-1.5 text-13 text-text-2">
      <Clock3 aria-hidden className="size-3.5 shrink-0 self-center stroke-[1.75]" />
      <span className="font-medium text-text tabular-nums">{wallTimeOf(now, zone).time}</span>
      <span className="min-w-0">
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

function Facts({ thread }: { thread: ThreadView }) {
  const t = useTranslations("thread.lead");
  const { lead, campaign, mailbox, assignee } = thread;
  const own = Object.entries(lead?.customFields ?? {}).filter(([, value]) => value !== "");
  return (
    <div className="p-4">
      <h3 className="mb-2 text-12 text-text-2">{t(lead ? "title" : "stranger")}</h3>
      <dl className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-2 gap-y-1.5 text-12 [&_dd]:[overflow-wrap:anywhere] [&_dt]:text-text-3">
        <Fact name={t("email")}>{thread.contact.address}</Fact>
        <Fact name={t("company")}>{lead?.company}</Fact>
        <Fact name={t("site")}>{lead?.website ? <Site address={lead.website} /> : null}</Fact>
        <Fact name={t("phone")}>{lead?.phone}</Fact>
        <Fact name={t("campaign")}>{campaign ? (campaign.isDirect ? t("direct") : campaign.name) : null}</Fact>
        <Fact name={t("mailbox")}>
          <span className="inline-flex max-w-full items-center gap-1.5">
            <MailboxSquare colour={mailbox.colour} />
            <span className="min-w-0">{mailbox.address}</span>
          </span>
        </Fact>
        <Fact name={t("assigned")}>{assignee?.name ?? t("nobody")}</Fact>
        {own.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** A site as somebody imported it: a link only when it is a web address. */
function Site({ address }: { address: string }) {
  const url = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(url)) return address;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent-text underline underline-offset-2"
    >
      {address.replace(/^https?:\/\//i, "")}
    </a>
  );
}
