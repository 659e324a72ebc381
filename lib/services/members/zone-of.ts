import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members } from "@/lib/db/schema";

/** A member's time zone: who is new has that of who lets them in, until they come themselves. */
export async function zoneOf(db: Database, memberId: string): Promise<string> {
  const [row] = await db.select({ timeZone: members.timeZone }).from(members).where(eq(members.id, memberId));
  return row?.timeZone ?? "UTC";
}
