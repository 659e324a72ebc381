import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";

/** A reply as it stands in the outbox now. @throws Error when there is none of this id */
export async function replyRow(db: Database, id: string) {
  const [row] = await db.select().from(replies).where(eq(replies.id, id));
  if (!row) throw new Error("no such reply");
  return row;
}
