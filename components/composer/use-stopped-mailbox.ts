import { useQuery } from "@tanstack/react-query";
import type { MailboxTrouble } from "@/lib/domain/mailbox-health";
import { stoppedMailboxesQuery } from "@/lib/queries/mailboxes";

/** How a mailbox stands that has stopped; undefined while it works, or is not known yet. */
export function useStoppedMailbox(mailboxId: string): MailboxTrouble["mailboxes"][number] | undefined {
  const { data } = useQuery(stoppedMailboxesQuery());
  return data?.mailboxes.find(({ id }) => id === mailboxId);
}
