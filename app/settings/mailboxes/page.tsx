import { MailboxTable } from "@/components/settings/mailbox-table";
import { OauthOutcome } from "@/components/settings/oauth-outcome";
import { getSession, requireContext } from "@/lib/auth/actor";
import { WithMailboxHealth } from "./with-mailbox-health";
import { WithMessages } from "../../with-messages";
import { settingsTitle } from "../settings-title";

type MailboxesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = settingsTitle("mailboxes");

export default async function MailboxesPage({ searchParams }: MailboxesPageProps) {
  const { signIn } = await searchParams;
  const context = await requireContext({ roles: ["admin"] });
  const isTeam = (await getSession())?.workspace.kind === "team";
  return (
    <WithMailboxHealth context={context}>
      <MailboxTable
        mayAdd={isTeam}
        notice={
          <WithMessages of={["mailbox"]}>
            <OauthOutcome kind={typeof signIn === "string" ? signIn : undefined} />
          </WithMessages>
        }
      />
    </WithMailboxHealth>
  );
}
