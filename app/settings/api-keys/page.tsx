import { ApiKeys } from "@/components/settings/api-keys";
import { TEAM_ROLES } from "@/lib/domain/roles";
import { requireContext } from "@/lib/auth/actor";
import { roleMay } from "@/lib/domain/permissions";
import { listApiKeys } from "@/lib/services/api-keys/list-api-keys";
import { settingsTitle } from "../settings-title";

export const generateMetadata = settingsTitle("apiKeys");

export default async function ApiKeysPage() {
  const context = await requireContext({ roles: TEAM_ROLES });
  return <ApiKeys keys={await listApiKeys(context)} showsOwner={roleMay(context.actor.role, "apiKey.all")} />;
}
