"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { setCampaignClient } from "@/lib/actions/campaigns";
import type { CampaignItem } from "../campaign-item";
import { useErrorWords } from "../error-words";
import type { Choice } from "./access-item";

/** For whom a campaign is run, and with it who reads its threads as a client. */
export function ClientChoice({ campaign, name, clients }: { campaign: CampaignItem; name: string; clients: Choice[] }) {
  const t = useTranslations("access");
  const words = useErrorWords();
  const router = useRouter();
  const [pending, start] = useTransition();
  const choose = (clientId: string | null) =>
    start(async () => {
      const result = await setCampaignClient({ campaignId: campaign.id, clientId });
      router.refresh();
      if (!result.ok) return void toast(words.ofError(result.error), { tone: "bad" });
      const client = clients.find(({ id }) => id === clientId);
      toast(client ? t("clientSet", { name, client: client.name }) : t("clientUnset", { name }));
    });
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
