import { MailboxTable } from "@/components/settings/mailbox-table";
import { getSession, requireContext } from "@/lib/auth/actor";
import { WithMailboxHealth } from "./with-mailbox-health";

export default async function MailboxesPage() {
  const context = await requireContext({ roles: ["admin"] });
  const isTeam = (await getSession())?.workspace.kind === "team";
  return (
    <WithMailboxHealth context={context}>
      <MailboxTable mayAdd={isTeam} />
    </WithMailboxHealth>
  );
}
