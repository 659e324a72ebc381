import { Templates } from "@/components/settings/templates/templates";
import { TEAM_ROLES } from "@/lib/domain/roles";
import { requireContext } from "@/lib/auth/actor";
import { roleMay } from "@/lib/domain/permissions";
import { listTemplates } from "@/lib/services/templates/list-templates";
import { WithMessages } from "../../with-messages";
import { settingsTitle } from "../settings-title";

export const generateMetadata = settingsTitle("templates");

export default async function TemplatesPage() {
  const context = await requireContext({ roles: TEAM_ROLES });
  return (
    <WithMessages of={["templates", "composer.tools"]}>
      <Templates lists={await listTemplates(context)} mayShare={roleMay(context.actor.role, "template.share")} />
    </WithMessages>
  );
}
