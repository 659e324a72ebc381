import { MailboxForm } from "@/components/settings/mailbox-form";
import { requireActor } from "@/lib/auth/actor";

export default async function NewMailboxPage() {
  await requireActor({ roles: ["admin"] });
  return <MailboxForm />;
}
