import { Templates } from "@/components/settings/templates/templates";
import { requireContext } from "@/lib/auth/actor";
import { roleMay } from "@/lib/domain/permissions";
import { listTemplates } from "@/lib/services/templates/list-templates";
import { WithMessages } from "../../with-messages";

export default async function TemplatesPage() {
  const context = await requireContext();
  return (
    <WithMessages of={["templates", "composer.tools"]}>
      <Templates lists={await listTemplates(context)} mayShare={roleMay(context.actor.role, "template.share")} />
    </WithMessages>
  );
}
