import { Campaigns } from "@/components/settings/campaigns";
import { requireContext } from "@/lib/auth/actor";
import { listCampaigns } from "@/lib/services/campaigns/list-campaigns";
import { listClients } from "@/lib/services/clients/list-clients";
import { WithMessages } from "../../with-messages";
import { settingsTitle } from "../settings-title";

export const generateMetadata = settingsTitle("campaigns");

export default async function CampaignsPage() {
  const context = await requireContext({ roles: ["admin"] });
  return (
    <WithMessages of={["campaigns", "mailbox.settings", "access"]}>
      <Campaigns campaigns={await listCampaigns(context)} clients={await listClients(context)} />
    </WithMessages>
  );
}
