import { eq } from "drizzle-orm";
import { members } from "@/lib/db/schema";
import { wallTimeOf } from "@/lib/domain/wall-time";
import type { Context } from "@/lib/services/context";
import type { SpanFilter } from "./found-item";

/** A span of instants as the reader sees it: by the zone of their profile, with the days that it touches there. */
export async function readerSpan(
  { actor, db }: Context,
  { from, to }: { from: string; to: string },
): Promise<SpanFilter & { zone: string }> {
  const [reader] = await db.select({ zone: members.timeZone }).from(members).where(eq(members.id, actor.memberId));
  const zone = reader?.zone ?? "UTC";
  const span = { from: new Date(from), to: new Date(to) };
  const days = {
    first: wallTimeOf(span.from, zone).date,
    last: wallTimeOf(new Date(span.to.getTime() - 1), zone).date,
  };
  return { ...span, days, zone };
}
