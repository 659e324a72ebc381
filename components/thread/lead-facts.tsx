"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import type { ThreadView } from "@/lib/domain/thread-view";

/** What is known of a lead: as imported, and where the thread belongs. */
export function LeadFacts({ thread }: { thread: ThreadView }) {
  const t = useTranslations("thread.lead");
  const { lead, campaign, mailbox, assignee } = thread;
  const { viewer } = useViewer();
  const step = thread.messages.findLast((message) => message.step !== null)?.step ?? null;
  const own = Object.entries(lead?.customFields ?? {}).filter(([, value]) => value !== "");
  return (
    <>
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
        <Fact name={t("engine")}>
          {thread.smartlead ? t(thread.smartlead.isPaused ? "smartleadPaused" : "smartlead") : null}
        </Fact>
        <Fact name={t("step")}>{step === null ? null : t("stepSent", { step })}</Fact>
        <Fact name={t("assigned")}>
          {assignee ? (
            <span className="inline-flex max-w-full items-center gap-1.5">
              <Avatar name={assignee.name} size="sm" />
              <span className="min-w-0">{assignee.id === viewer.id ? t("you") : assignee.name}</span>
            </span>
          ) : (
            t("nobody")
          )}
        </Fact>
        {own.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </dl>
    </>
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
