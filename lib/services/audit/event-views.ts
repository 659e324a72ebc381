import { inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { apiKeys, type events, mailboxes, memberInvitations, members } from "@/lib/db/schema";
import { groupOfEvent } from "@/lib/domain/event-group";
import { eventFacts, idsIn } from "./event-facts";
import type { EventView } from "./schemas";

type EventRow = typeof events.$inferSelect;

/** Events as the log shows them, with the names of whom and what they are about, in a few questions however many they are. */
export async function eventViews(db: Database, rows: EventRow[]): Promise<EventView[]> {
  const names = await namesOf(db, rows);
  const nameOf = (id: string | null) => (id === null ? undefined : names.get(id));
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind,
    group: groupOfEvent(row.kind),
    person: nameOf(row.memberId) ?? null,
    apiKey: nameOf(row.apiKeyId) ?? null,
    threadId: row.threadId,
    subject: nameOf(row.subjectId) ?? null,
    address: SHOWS_ADDRESS.has(row.kind) && typeof row.data.address === "string" ? row.data.address : null,
    facts: eventFacts(row.data, nameOf),
  }));
}

/** Elsewhere an address in an event's data is one of mail. */
const SHOWS_ADDRESS = new Set(["member.signed_in", "member.sign_in_refused"]);

async function namesOf(db: Database, rows: EventRow[]): Promise<Map<string, string>> {
  const ids = new Set(
    rows.flatMap(({ memberId, apiKeyId, subjectId, data }) => [memberId, apiKeyId, subjectId, ...idsIn(data)]),
  );
  const asked = [...ids].filter((id) => id !== null && IS_UUID.test(id)) as string[];
  if (asked.length === 0) return new Map();
  const found = await Promise.all([
    db.select({ id: members.id, name: members.name }).from(members).where(inArray(members.id, asked)),
    db.select({ id: apiKeys.id, name: apiKeys.name }).from(apiKeys).where(inArray(apiKeys.id, asked)),
    db.select({ id: mailboxes.id, name: mailboxes.address }).from(mailboxes).where(inArray(mailboxes.id, asked)),
    db
      .select({ id: memberInvitations.id, name: memberInvitations.email })
      .from(memberInvitations)
      .where(inArray(memberInvitations.id, asked)),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}

const IS_UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
