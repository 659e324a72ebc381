"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { toast } from "@/components/ui/toast";
import { ClientChoice } from "./access/client-choice";
import { type ClientItem, Clients } from "./access/clients";
import type { CampaignItem } from "./campaign-item";
import { CampaignWindowForm } from "./campaign-window-form";
import { SettingsPane } from "./settings-pane";
import { tableClass } from "./table-class";
import { windowWords } from "./window-words";

/** All campaigns, and when the machine may write to their leads. */
export function Campaigns({ campaigns, clients }: { campaigns: CampaignItem[]; clients: ClientItem[] }) {
  const t = useTranslations("campaigns");
  const common = useTranslations("common");
  const access = useTranslations("access");
  const router = useRouter();
  const [edited, setEdited] = useState<CampaignItem | null>(null);
  const nameOf = ({ name, direct }: CampaignItem) => (direct === null ? name : t("direct", { address: direct }));
  const saved = () => {
    setEdited(null);
    toast(common("saved"));
    router.refresh();
  };
  return (
    <SettingsPane title={t("title")} note={campaigns.length}>
      <p className="max-w-2xl px-4 py-4 text-text-2 lg:px-5">{t("text")}</p>
      {campaigns.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>
      ) : (
        <table className={tableClass.table}>
          <thead className={tableClass.head}>
            <tr>
              <th scope="col">{t("campaign")}</th>
              <th scope="col" className={tableClass.wideOnly}>
                {t("window")}
              </th>
              {clients.length > 0 ? <th scope="col">{access("clientColumn")}</th> : null}
              <th scope="col">
                <span className="sr-only">{t("actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {campaigns.map((campaign) => (
              <CampaignRow
                key={campaign.id}
                campaign={campaign}
                name={nameOf(campaign)}
                clients={clients}
                onEdit={() => setEdited(campaign)}
              />
            ))}
          </tbody>
        </table>
      )}
      <Clients clients={clients} />
      {edited ? (
        <CampaignWindowForm
          key={edited.id}
          campaign={edited}
          name={nameOf(edited)}
          onSaved={saved}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </SettingsPane>
  );
}

type CampaignRowProps = { campaign: CampaignItem; name: string; clients: ClientItem[]; onEdit: () => void };

function CampaignRow({ campaign, name, clients, onEdit }: CampaignRowProps) {
  const t = useTranslations("campaigns");
  const locale = useLocale();
  const words = campaign.window ? windowWords(campaign.window, locale) : t("always");
  return (
    <tr className={tableClass.row}>
      <td className="w-full max-w-0 md:w-1/2">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-12 text-text-3 tabular-nums">
          {t("about", { number: String(campaign.number), leads: campaign.leadCount })}
          <span className="md:hidden"> · {words}</span>
        </p>
      </td>
      <td className={`text-text-2 tabular-nums ${tableClass.wideOnly}`}>{words}</td>
      {clients.length > 0 ? (
        <td className="w-px">
          <ClientChoice campaign={campaign} name={name} clients={clients} />
        </td>
      ) : null}
      <td className="w-px text-right whitespace-nowrap">
        <Button variant="quiet" onClick={onEdit} aria-label={t("editLabel", { name })}>
          {t("edit")}
        </Button>
      </td>
    </tr>
  );
}
