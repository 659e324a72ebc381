import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { type leads, messages } from "@/lib/db/schema";
import { countryZones } from "@/lib/domain/country-zones";
import { leadClockOf } from "@/lib/domain/lead-clock";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { Actor, Context } from "@/lib/services/context";
import { phoneCountry } from "./phone-country";
import { whoChoseField } from "./who-chose-field";

type Asked = Pick<Context, "db" | "now"> & { actor: Pick<Actor, "workspaceId"> };
type Whose = { lead: typeof leads.$inferSelect | null; address: string };

/** Where the clock of a thread's other side stands: by the lead's record, the phone number, the country, or what they wrote last. */
export async function threadClock({ actor, db, now }: Asked, { lead, address }: Whose): Promise<ThreadView["clock"]> {
  const zone = lead?.timeZone ?? null;
  const by = lead && zone ? await whoChoseField(db, lead.id, "timeZone") : null;
  const zonesOf = (country: string | null) => (zone || !country ? null : { country, ...countryZones(country) });
  const clock = leadClockOf(
    {
      record: { zone, isByPerson: by !== null },
      phone: zonesOf(phoneCountry(lead?.phone ?? "")),
      country: zonesOf(lead?.country ?? null),
      date: zone ? null : await lastOffset(db, actor.workspaceId, address),
    },
    now(),
  );
  return clock && { ...clock, by: by?.person ?? null };
}

/** What the clock showed where the newest message of an address was written; what machines answer says nothing of it. */
async function lastOffset(db: Database, workspaceId: string, address: string) {
  if (address === "") return null;
  const [found] = await db
    .select({ offset: messages.sentOffset, sentAt: messages.sentAt })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.fromAddress, address),
        eq(messages.direction, "in"),
        eq(messages.isAutomatic, false),
        isNotNull(messages.sentOffset),
      ),
    )
    .orderBy(desc(messages.firstSeenAt))
    .limit(1);
  return found && found.offset !== null ? { offset: found.offset, sentAt: found.sentAt } : null;
}
