import { and, eq, gte, inArray, lt, not, or, type SQL, sql } from "drizzle-orm";
import { events, members } from "@/lib/db/schema";
import { type EventGroup, GROUP_MEMBERS } from "@/lib/domain/event-group";
import type { Actor } from "@/lib/services/context";
import type { ExportEventsInput } from "./schemas";

/** Which events of the actor's workspace are wanted. A day begins and ends by the reader's clock. */
export function eventConditions(
  { workspaceId, memberId }: Actor,
  { memberId: person, group, from, to, threadId }: ExportEventsInput,
): SQL {
  const zone = sql`(select ${members.timeZone} from ${members} where ${members.id} = ${memberId})`;
  const start = (day: string, plus: number) => sql`((${day}::date + ${plus}::int)::timestamp at time zone ${zone})`;
  return and(
    eq(events.workspaceId, workspaceId),
    person === undefined ? undefined : eq(events.memberId, person),
    group === undefined ? undefined : isOfGroup(group),
    from === undefined ? undefined : gte(events.at, start(from, 0)),
    to === undefined ? undefined : lt(events.at, start(to, 1)),
    threadId === undefined ? undefined : eq(events.threadId, threadId),
  )!;
}

/** As `groupOfEvent` says of one. */
function isOfGroup(group: EventGroup): SQL {
  const kindsOf = (others: EventGroup) =>
    Object.entries(GROUP_MEMBERS).flatMap(([name, { kinds }]) => (name === others ? [] : kinds));
  if (group === "settings") {
    const all = Object.values(GROUP_MEMBERS);
    return not(
      isAmong(
        all.flatMap(({ kinds }) => kinds),
        all.flatMap(({ nouns }) => nouns),
      ),
    );
  }
  const { kinds, nouns } = GROUP_MEMBERS[group];
  return and(isAmong(kinds, nouns), not(isAmong(kindsOf(group), [])))!;
}

const NOUN = sql`split_part(${events.kind}, '.', 1)`;
const isAmong = (kinds: readonly string[], nouns: readonly string[]): SQL =>
  or(inArray(events.kind, [...kinds]), inArray(NOUN, [...nouns]))!;
