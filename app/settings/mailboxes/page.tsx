import { FollowMailboxes } from "@/components/settings/follow-mailboxes";
import { MailboxTable } from "@/components/settings/mailbox-table";
import { getSession, requireContext } from "@/lib/auth/actor";
import { listMailboxes } from "@/lib/services/mailboxes/list-mailboxes";

export default async function MailboxesPage() {
  const context = await requireContext({ roles: ["admin"] });
  const isTeam = (await getSession())?.workspace.kind === "team";
  return (
    <>
      <FollowMailboxes />
      <MailboxTable mailboxes={await listMailboxes(context)} mayAdd={isTeam} />
    </>
  );
}
