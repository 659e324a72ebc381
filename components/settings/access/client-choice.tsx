"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { setCampaignClient } from "@/lib/actions/campaigns";
import type { CampaignItem } from "../campaign-item";
import { useRowAction } from "../use-row-action";
import type { Choice } from "./access-item";

/** For whom a campaign is run, and with it who reads its threads as a client. */
export function ClientChoice({ campaign, name, clients }: { campaign: CampaignItem; name: string; clients: Choice[] }) {
  const t = useTranslations("access");
  const router = useRouter();
  const { pending, run } = useRowAction(() => router.refresh());
  const choose = (clientId: string | null) => {
    const client = clients.find(({ id }) => id === clientId);
    const done = client ? t("clientSet", { name, client: client.name }) : t("clientUnset", { name });
    run(
      () => setCampaignClient({ campaignId: campaign.id, clientId }),
      () => void toast(done),
    );
  };
  return (
    <Select
      aria-label={t("clientOf", { name })}
      className="w-36 max-md:w-28"
      value={campaign.client?.id ?? ""}
      disabled={pending}
      onChange={({ target }) => choose(target.value || null)}
    >
      <option value="">{t("noClient")}</option>
      {clients.map(({ id, name: label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </Select>
  );
}
