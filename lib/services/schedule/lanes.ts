import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { mailboxes, members } from "@/lib/db/schema";
import type { MailboxLane } from "@/lib/domain/schedule-item";
import type { PersonView } from "@/lib/domain/person-view";
import { mailboxesOf } from "@/lib/services/access/mailboxes-of";
import type { Context } from "@/lib/services/context";

/** All mailboxes of the workspace as lanes, removed ones too: something may still leave from them. */
export async function mailboxLanes({ actor, db }: Context): Promise<(MailboxLane & { isRemoved: boolean })[]> {
  const rows = await db.select().from(mailboxes).where(mailboxesOf(actor)).orderBy(asc(mailboxes.address));
  return rows.map(({ id, address, colour, timeZone, windowDays, windowStart, windowEnd, ...row }) => ({
    id,
    address,
    colour,
    timeZone,
    window: windowDays && windowStart && windowEnd ? { days: windowDays, start: windowStart, end: windowEnd } : null,
    dailyCap: row.dailyCap,
    minimumGap: row.minimumGap,
    isStopped: row.disabledAt !== null || row.state === "disabled" || row.state === "failing",
    isRemoved: row.removedAt !== null,
  }));
}

/** Everybody who works here, by name: clients read along elsewhere, but nothing is planned for them. */
export const peopleLanes = ({ actor, db }: Context): Promise<PersonView[]> =>
  db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(eq(members.workspaceId, actor.workspaceId), ne(members.role, "client"), isNull(members.deactivatedAt)))
    .orderBy(asc(members.name), asc(members.id));
