import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { events, members, threads } from "@/lib/db/schema";
import type { LeadField } from "@/lib/domain/lead-field";
import type { PersonView } from "@/lib/domain/person-view";

/** The last who changed a field of a lead by hand, null where nobody has; `person` is null for one who is gone. */
export async function whoChoseField(
  db: Database,
  leadId: string,
  field: LeadField,
): Promise<{ person: PersonView | null } | null> {
  const ofLead = db.select({ id: threads.id }).from(threads).where(eq(threads.leadId, leadId));
  const [found] = await db
    .select({ person: { id: members.id, name: members.name } })
    .from(events)
    .leftJoin(members, eq(members.id, events.memberId))
    .where(
      and(
        // By the threads of the lead, for which there is an index.
        inArray(events.threadId, ofLead),
        eq(events.kind, "lead.changed"),
        eq(events.subjectId, leadId),
        sql`${events.data} -> 'fields' ? ${field}`,
      ),
    )
    .orderBy(desc(events.at))
    .limit(1);
  return found ?? null;
}
