import { Access } from "@/components/settings/access/access";
import { Team } from "@/components/settings/team";
import { requireContext } from "@/lib/auth/actor";
import { listAccess } from "@/lib/services/access/list-access";
import { listMembers } from "@/lib/services/members/list-members";
import { WithMessages } from "../../with-messages";

export default async function TeamPage() {
  const context = await requireContext({ roles: ["admin"] });
  return (
    <WithMessages of={["access"]}>
      <Team members={await listMembers(context)}>
        <Access access={await listAccess(context)} />
      </Team>
    </WithMessages>
  );
}
