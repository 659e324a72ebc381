import { and, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leadAddresses, leads, messages, threads } from "@/lib/db/schema";
import { writerOf } from "@/lib/domain/message-writer";

/**
 * Writes down who wrote the inbound messages of a thread, seen from its lead, after it has become that lead's. Delivery reports
 * are written by nobody.
 */
export async function writeWriters(tx: Database, threadId: number): Promise<void> {
  const [thread] = await tx.select({ leadId: threads.leadId }).from(threads).where(eq(threads.id, threadId));
  const lead = thread?.leadId ? await knownLead(tx, thread.leadId) : null;
  const rows = await tx
    .select({
      id: messages.id,
      from: { name: messages.fromName, address: messages.fromAddress },
      bounces: messages.bounces,
      writer: messages.writer,
    })
    .from(messages)
    .where(and(eq(messages.threadId, threadId), eq(messages.direction, "in")));
  for (const { id, from, bounces, writer } of rows) {
    const is = lead && bounces.length === 0 ? writerOf(from, lead) : null;
    if (is !== writer) await tx.update(messages).set({ writer: is }).where(eq(messages.id, id));
  }
}

/** A lead as `writerOf` asks for it. */
export async function knownLead(tx: Database, leadId: string) {
  const rows = await tx
    .select({
      email: leads.email,
      firstName: leads.firstName,
      lastName: leads.lastName,
      address: leadAddresses.address,
    })
    .from(leads)
    .leftJoin(leadAddresses, eq(leadAddresses.leadId, leads.id))
    .where(eq(leads.id, leadId));
  const [lead] = rows;
  return lead ? { ...lead, addresses: rows.flatMap(({ address }) => address ?? []) } : null;
}
