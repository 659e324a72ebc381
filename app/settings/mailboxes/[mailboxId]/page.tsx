import { notFound } from "next/navigation";
import { FollowMailboxes } from "@/components/settings/follow-mailboxes";
import { MailboxDetail } from "@/components/settings/mailbox-detail";
import { MailboxTable } from "@/components/settings/mailbox-table";
import { getSession, requireContext } from "@/lib/auth/actor";
import { listMailboxes } from "@/lib/services/mailboxes/list-mailboxes";
import { WithMailboxHealth } from "../with-mailbox-health";
import { WithMessages } from "../../../with-messages";
import { settingsTitle } from "../../settings-title";

type MailboxPageProps = {
  params: Promise<{ mailboxId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = settingsTitle("mailboxes");

export default async function MailboxPage({ params, searchParams }: MailboxPageProps) {
  const context = await requireContext({ roles: ["admin"] });
  const [{ mailboxId }, { test, signIn }] = await Promise.all([params, searchParams]);
  const mailboxes = await listMailboxes(context);
  const mailbox = mailboxes.find(({ id }) => id === mailboxId);
  if (!mailbox) notFound();
  const isTeam = (await getSession())?.workspace.kind === "team";
  return (
    <>
      <FollowMailboxes />
      <div className="hidden min-w-0 flex-1 xl:flex">
        <WithMailboxHealth context={context}>
          <MailboxTable openId={mailbox.id} mayAdd={isTeam} />
        </WithMailboxHealth>
      </div>
      <WithMessages of={["mailbox"]}>
        <MailboxDetail
          key={mailbox.id}
          mailbox={mailbox}
          firstTestId={typeof test === "string" ? test : null}
          outcome={typeof signIn === "string" ? signIn : undefined}
        />
      </WithMessages>
    </>
  );
}
