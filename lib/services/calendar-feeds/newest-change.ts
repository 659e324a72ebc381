import { and, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/lib/db/client";
import { events } from "@/lib/db/schema";

/** When the history last told of a thing of a thread, as a lateral join of one row, or none for what it never told of. */
export const newestChange = (db: Database, { threadId, id }: { threadId: AnyPgColumn; id: AnyPgColumn }) =>
  db
    .select({ subjectId: events.subjectId, at: sql<Date>`max(${events.at})`.mapWith(events.at).as("changed_at") })
    .from(events)
    .where(and(eq(events.threadId, threadId), eq(events.subjectId, sql`${id}::text`)))
    .groupBy(events.subjectId)
    .as("changed");
