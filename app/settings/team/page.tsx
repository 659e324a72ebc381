import { Access } from "@/components/settings/access/access";
import { Team } from "@/components/settings/team";
import { requireContext } from "@/lib/auth/actor";
import { listInvitations } from "@/lib/services/member-invitations/list-invitations";
import { listSendingMailboxes } from "@/lib/services/member-invitations/list-sending-mailboxes";
import { listAccess } from "@/lib/services/access/list-access";
import { listMembers } from "@/lib/services/members/list-members";
import { WithMessages } from "../../with-messages";
import { settingsTitle } from "../settings-title";

export const generateMetadata = settingsTitle("team");

export default async function TeamPage() {
  const context = await requireContext({ roles: ["admin"] });
  return (
    <WithMessages of={["joining", "access"]}>
      <Team
        members={await listMembers(context)}
        invitations={await listInvitations(context)}
        mailboxes={await listSendingMailboxes(context)}
      >
        <Access access={await listAccess(context)} />
      </Team>
    </WithMessages>
  );
}
