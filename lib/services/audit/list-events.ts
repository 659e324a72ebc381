import { may, type Context } from "@/lib/services/context";
import { eventConditions } from "./event-conditions";
import { readEvents } from "./read-events";
import type { EventPage, ListEventsInput } from "./schemas";

const PAGE = 50;

/** The audit log of the actor's workspace, newest first, page by page: who did what when, never what was written. */
export async function listEvents({ actor, db }: Context, { cursor, ...wanted }: ListEventsInput): Promise<EventPage> {
  may(actor, "audit.read");
  return readEvents(db, eventConditions(actor, wanted), { cursor, size: PAGE });
}
