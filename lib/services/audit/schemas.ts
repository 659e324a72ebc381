import { z } from "zod";
import { EVENT_GROUPS, type EventGroup } from "@/lib/domain/event-group";

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text), "day");

/** Which entries are wanted; what is not given narrows nothing. Days are the reader's, both included. */
const narrowed = {
  memberId: z.uuid().optional(),
  group: z.enum(EVENT_GROUPS).optional(),
  from: day.optional(),
  to: day.optional(),
  threadId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
};
export const ExportEventsInput = z.strictObject(narrowed);
export type ExportEventsInput = z.infer<typeof ExportEventsInput>;

export const ListEventsInput = z.strictObject({ ...narrowed, cursor: z.string().max(200).optional() });
export type ListEventsInput = z.infer<typeof ListEventsInput>;

/** A fact of an entry that may be shown: a closed word, a number, a name of a field or a member's name. */
export type EventFact = { key: string; value: string };

/** An entry of the audit log. Times are ISO 8601 in UTC; `address` is an IP and stands with sign-ins only. */
export type EventView = {
  id: string;
  at: string;
  kind: string;
  group: EventGroup;
  /** Who did it; null for the app itself and for who was not let in. */
  person: string | null;
  /** The name of the API key that it was done with. */
  apiKey: string | null;
  threadId: number | null;
  /** The name of what it was done to, where that is a member, an invited address, a mailbox or a key. */
  subject: string | null;
  address: string | null;
  facts: EventFact[];
};
export type EventPage = { entries: EventView[]; nextCursor: string | null };
