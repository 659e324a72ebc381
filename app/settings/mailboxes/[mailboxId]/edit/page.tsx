import { notFound } from "next/navigation";
import { MailboxForm } from "@/components/settings/mailbox-form";
import { requireContext } from "@/lib/auth/actor";
import { listMailboxes } from "@/lib/services/mailboxes/list-mailboxes";

export default async function EditMailboxPage({ params }: { params: Promise<{ mailboxId: string }> }) {
  const context = await requireContext({ roles: ["admin"] });
  const { mailboxId } = await params;
  const mailbox = (await listMailboxes(context)).find(({ id }) => id === mailboxId);
  if (!mailbox || mailbox.engine !== "smtp") notFound();
  return <MailboxForm mailbox={mailbox} />;
}
