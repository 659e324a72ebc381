import { eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxFolders, messagePlaces } from "@/lib/db/schema";

type Account = { imapHost: string | null; imapUser: string | null };

/**
 * A mailbox that lies on another server, or is another account there, has other UIDs: its folders are compared afresh. Call it in the
 * transaction that writes the account.
 */
export async function forgetPlacesElsewhere(
  tx: Database,
  former: Account & { id: string },
  present: Account,
): Promise<void> {
  if (former.imapHost === present.imapHost && former.imapUser === present.imapUser) return;
  const isIts = eq(mailboxFolders.mailboxId, former.id);
  await tx.update(mailboxFolders).set({ uidValidity: null, highestModseq: null }).where(isIts);
  const folders = tx.select({ id: mailboxFolders.id }).from(mailboxFolders).where(isIts);
  await tx.delete(messagePlaces).where(inArray(messagePlaces.folderId, folders));
}
