import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leadAddresses, leads, messages, threads } from "@/lib/db/schema";
import { writerOf } from "@/lib/domain/message-writer";

/**
 * Writes down who wrote the inbound messages of a thread, seen from its lead: all of them after the thread has become a
 * lead's, or only `messageIds`. Delivery reports are written by nobody.
 */
export async function writeWriters(tx: Database, threadId: number, messageIds?: string[]): Promise<void> {
  const lead = await leadOf(tx, threadId);
  const rows = await tx
    .select({
      id: messages.id,
      from: { name: messages.fromName, address: messages.fromAddress },
      bounces: messages.bounces,
      writer: messages.writer,
    })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, threadId),
        eq(messages.direction, "in"),
        messageIds ? inArray(messages.id, messageIds) : undefined,
      ),
    );
  for (const { id, from, bounces, writer } of rows) {
    const is = lead && bounces.length === 0 ? writerOf(from, lead) : null;
    if (is !== writer) await tx.update(messages).set({ writer: is }).where(eq(messages.id, id));
  }
}

async function leadOf(tx: Database, threadId: number) {
  const rows = await tx
    .select({
      email: leads.email,
      firstName: leads.firstName,
      lastName: leads.lastName,
      address: leadAddresses.address,
    })
    .from(threads)
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .leftJoin(leadAddresses, eq(leadAddresses.leadId, leads.id))
    .where(eq(threads.id, threadId));
  const [lead] = rows;
  return lead ? { ...lead, addresses: rows.flatMap(({ address }) => address ?? []) } : null;
}
