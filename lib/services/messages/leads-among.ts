import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leadAddresses, leads } from "@/lib/db/schema";
import { addressKey } from "@/lib/domain/address";
import type { Batch, Partner } from "./batch";
import type { Incoming } from "./direction-of-message";

/**
 * Leads among the other parties, by whichever of their addresses; for a delivery report those whose mail did come back. In the
 * order of the headers.
 */
export async function leadsAmong(tx: Database, message: Incoming, batch?: Batch): Promise<Partner[]> {
  const named = leadAddressesIn(message);
  if (named.length === 0) return [];
  const asked = named.map((address) => batch?.partners.get(address.toLowerCase()));
  const found = asked.every((each) => each !== undefined)
    ? asked.flat()
    : [...(await partnersOf(tx, message.workspaceId, named)).values()].flat();
  const order = named.map(addressKey);
  return [...new Map(found.map((lead) => [`${lead.id} ${lead.address}`, lead])).values()].toSorted(
    (a, b) => order.indexOf(addressKey(a.address)) - order.indexOf(addressKey(b.address)),
  );
}

/** The addresses by which a message may be a lead's. */
export const leadAddressesIn = (message: Incoming): string[] =>
  message.bounces.length > 0 ? message.believedBounces.map((bounce) => bounce.recipient) : addressesOf(message);

export const addressesOf = (message: Incoming): string[] => message.others.map(({ address }) => address).slice(0, 200);

/** Who of the addresses is a lead, by the address in lower case; an address that is nobody's has an empty list. */
export async function partnersOf(
  tx: Database,
  workspaceId: string,
  addresses: string[],
): Promise<Map<string, Partner[]>> {
  const partners = new Map(addresses.map((address): [string, Partner[]] => [address.toLowerCase(), []]));
  if (partners.size === 0) return partners;
  const named = [...partners.keys()];
  const columns = { id: leads.id, email: leads.email, firstName: leads.firstName, lastName: leads.lastName };
  const found = await tx
    .select({ ...columns, address: sql<string>`${leads.email}::text` })
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), inArray(leads.email, named)))
    .unionAll(
      tx
        .select({ ...columns, address: sql<string>`${leadAddresses.address}::text` })
        .from(leadAddresses)
        .innerJoin(leads, eq(leads.id, leadAddresses.leadId))
        .where(and(eq(leadAddresses.workspaceId, workspaceId), inArray(leadAddresses.address, named))),
    );
  for (const lead of found) partners.get(lead.address.toLowerCase())?.push(lead);
  return partners;
}
