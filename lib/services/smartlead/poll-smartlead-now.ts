import { eq } from "drizzle-orm";
import { smartleadConnections } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { connectionOf } from "./connection-of";
import type { SmartleadConnectionInput } from "./schemas";

/** Asks for a look at once, also where the next try lies ahead. @throws AppError `forbidden`, `not_found` */
export async function pollSmartleadNow({ actor, db, now }: Context, { connectionId }: SmartleadConnectionInput) {
  may(actor, "smartlead.manage");
  return db.transaction(async (tx) => {
    await connectionOf(tx, actor, connectionId);
    await tx
      .update(smartleadConnections)
      .set({ pollRequestedAt: now(), nextAttemptAt: null })
      .where(eq(smartleadConnections.id, connectionId));
    await record(tx, actor, "smartlead.polled", { subjectId: connectionId });
    return { connectionId };
  });
}
