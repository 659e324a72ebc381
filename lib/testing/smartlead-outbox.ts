import type { replies } from "@/lib/db/schema";
import { sendReply } from "@/lib/worker/handlers/send-reply";
import type { WorkerDeps } from "@/lib/worker/deps";
import { makeReply } from "./make-reply";
import { replyRow } from "./reply-row";
import { connectionRow } from "./smartlead-account";
import type { SmartleadWorld } from "./smartlead-world";
import type { TestDatabase } from "./test-db";

/** What tests do with replies that leave through the account of a world, and what they look at. */
export function smartleadOutbox(
  database: TestDatabase,
  world: () => SmartleadWorld,
  smartlead: Pick<WorkerDeps, "smartlead"> = {},
) {
  const deps = (aheadMs = 0) => ({ db: database.db, now: () => new Date(Date.now() + aheadMs), ...smartlead });
  return {
    /** What a worker is given, on a clock that is `aheadMs` ahead. */
    deps,
    make: (values: Partial<typeof replies.$inferInsert> = {}) =>
      makeReply(database.db, world(), { smartleadLeadId: world().remoteLead.id, ...values }),
    send: ({ id: replyId }: { id: string }, aheadMs = 0) => sendReply(deps(aheadMs), { replyId }),
    rowOf: ({ id }: { id: string }) => replyRow(database.db, id),
    connection: () => connectionRow(database.db, world().connection.id),
  };
}
