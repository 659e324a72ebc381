import { and, eq } from "drizzle-orm";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { mailboxes, members, smartleadConnections, smartleadMailboxes } from "@/lib/db/schema";
import { canonicalAddress, isAddress } from "@/lib/domain/address";
import type { RemoteMailbox } from "@/lib/smartlead/smartlead-api";
import { cleanSignature } from "@/lib/services/mailboxes/clean-signature";
import type { ConnectionRef } from "./connection-ref";
import { isOurs } from "./is-ours";

const COLOURS = 8;

/**
 * The mailbox that an email account at Smartlead is here: one of its address that is there already (read by IMAP or not), else a
 * new one of engine `smartlead`. Call it in a transaction.
 * @returns its id, null for an address that is none
 */
export async function ensureRemoteMailbox(
  tx: Database,
  { id: connectionId, workspaceId }: ConnectionRef,
  remote: RemoteMailbox,
): Promise<string | null> {
  const isIt = and(eq(smartleadMailboxes.workspaceId, workspaceId), eq(smartleadMailboxes.remoteId, remote.id));
  const [known] = await tx.select({ id: smartleadMailboxes.mailboxId }).from(smartleadMailboxes).where(isIt);
  if (known) {
    await tx
      .update(smartleadMailboxes)
      .set({ connectionId })
      .where(and(eq(smartleadMailboxes.mailboxId, known.id), isOurs(smartleadMailboxes.connectionId, connectionId)));
    return known.id;
  }
  if (!isAddress(remote.address)) return null;
  const mailboxId = await mailboxOfAddress(tx, { id: connectionId, workspaceId }, remote);
  if (remote.id === "") return mailboxId;
  // An account that was deleted and made anew has another id: the address tells.
  await tx
    .insert(smartleadMailboxes)
    .values({ mailboxId, workspaceId, connectionId, remoteId: remote.id })
    .onConflictDoUpdate({
      target: smartleadMailboxes.mailboxId,
      set: { remoteId: remote.id, connectionId },
      setWhere: isOurs(smartleadMailboxes.connectionId, connectionId),
    });
  return mailboxId;
}

async function mailboxOfAddress(tx: Database, connection: ConnectionRef, remote: RemoteMailbox): Promise<string> {
  const { workspaceId } = connection;
  const address = canonicalAddress(remote.address);
  const [connected] = await tx
    .select({ timeZone: members.timeZone })
    .from(smartleadConnections)
    .innerJoin(members, eq(members.id, smartleadConnections.createdById))
    .where(eq(smartleadConnections.id, connection.id));
  const count = await tx.$count(mailboxes, eq(mailboxes.workspaceId, workspaceId));
  await tx
    .insert(mailboxes)
    .values({
      id: newId(),
      workspaceId,
      address,
      displayName: remote.name.replace(/\p{Cc}/gu, " ").slice(0, 120),
      signatureHtml: cleanSignature(remote.signatureHtml).slice(0, 50_000),
      engine: "smartlead",
      state: "connected",
      // On the clocks of who connected Smartlead, until its settings say otherwise.
      ...connected,
      colour: (count % COLOURS) + 1,
    })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ id: mailboxes.id })
    .from(mailboxes)
    .where(and(eq(mailboxes.workspaceId, workspaceId), eq(mailboxes.address, address)));
  if (!row) throw new Error("a mailbox vanished while it was made");
  return row.id;
}
