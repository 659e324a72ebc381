import { type SQL, sql } from "drizzle-orm";
import { messages, threads } from "@/lib/db/schema";

/** SQL: how many messages of a thread nobody has read, counted anew, for an update of its row. */
export const unreadCount = (): SQL<number> =>
  sql`(select count(*)::int from ${messages} where ${messages.threadId} = ${threads.id} and ${messages.direction} = 'in' and ${messages.readAt} is null)`;
