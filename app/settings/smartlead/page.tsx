import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { SmartleadAccounts } from "@/components/settings/smartlead/smartlead-accounts";
import { getSession, requireContext } from "@/lib/auth/actor";
import { smartleadQuery } from "@/lib/queries/smartlead";
import { listSmartleadConnections } from "@/lib/services/smartlead/list-smartlead-connections";
import { WithMessages } from "../../with-messages";
import { settingsTitle } from "../settings-title";

export const generateMetadata = settingsTitle("smartlead");

export default async function SmartleadPage() {
  const context = await requireContext({ roles: ["admin"] });
  const isTeam = (await getSession())?.workspace.kind === "team";
  const client = new QueryClient();
  // What fails here is read again by the browser.
  await client.prefetchQuery({ ...smartleadQuery(), queryFn: () => listSmartleadConnections(context) });
  return (
    <WithMessages of={["smartlead"]}>
      <HydrationBoundary state={dehydrate(client)}>
        <SmartleadAccounts mayConnect={isTeam} />
      </HydrationBoundary>
    </WithMessages>
  );
}
