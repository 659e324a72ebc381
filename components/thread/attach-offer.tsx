"use client";

import { useQuery } from "@tanstack/react-query";
import { Search, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { useCommands } from "@/components/commands/use-commands";
import { Button } from "@/components/ui/button";
import { late } from "@/components/ui/late";
import type { LeadOffer } from "@/lib/domain/lead-offer";
import type { ThreadView } from "@/lib/domain/thread-view";
import { leadOffersQuery } from "@/lib/queries/lead-offers";
import { useAttach } from "./use-attach";

const ChooseLead = late(() => import("./choose-lead").then((file) => file.ChooseLead));

/** Above a stranger's thread: the leads that it may belong to, one press each, and a search for another one. */
export function AttachOffer({ thread: { id, contact } }: { thread: ThreadView }) {
  const t = useTranslations("thread.attach");
  const words = useTranslations("commands.thread");
  const { data: fitting = [] } = useQuery(leadOffersQuery(id));
  const { aria } = useCommandKeys("thread.attach");
  const [isChoosing, setChoosing] = useState(false);
  const { attach } = useAttach(id);
  const choose = (lead: LeadOffer) => {
    setChoosing(false);
    attach.mutate(lead);
  };
  useCommands([
    { id: "thread.attach", group: "thread", label: words("attach"), icon: UserPlus, run: () => setChoosing(true) },
  ]);
  return (
    <section
      aria-label={t("label")}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-surface-2 px-4 py-2 text-12"
    >
      <p className="min-w-0 [overflow-wrap:anywhere] text-text-2">
        {t(fitting.length > 0 ? "offer" : "nobody", { name: contact.name || contact.address })}
      </p>
      <div className="flex max-w-full flex-wrap gap-1.5">
        {fitting.map((lead) => (
          <Button
            key={lead.id}
            size="sm"
            icon={<UserPlus aria-hidden />}
            pending={attach.isPending && attach.variables.id === lead.id}
            disabled={attach.isPending}
            title={t("fits", { why: lead.fits ?? "none", email: lead.email })}
            onClick={() => choose(lead)}
            className="base:max-w-full base:shrink"
          >
            <span dir="auto" className="truncate">
              <bdi className="sr-only">{t("attachTo")} </bdi>
              {lead.name || lead.email}
              <span className="font-normal text-text-2">{besidesOf(lead, t("direct"))}</span>
            </span>
          </Button>
        ))}
        <Button
          size="sm"
          variant="quiet"
          aria-haspopup="dialog"
          aria-keyshortcuts={aria}
          icon={<Search aria-hidden />}
          onClick={() => setChoosing(true)}
        >
          {t(fitting.length > 0 ? "another" : "choose")}
          <CommandKeys id="thread.attach" />
        </Button>
      </div>
      {isChoosing ? <ChooseLead threadId={id} onChoose={choose} onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}

/** The company and the campaign, as far as they are known: ", Acme · Spring". */
const besidesOf = ({ company, campaign }: LeadOffer, direct: string): string =>
  `${company ? `, ${company}` : ""} · ${campaign ?? direct}`;
