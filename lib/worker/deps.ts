import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import type { mailboxes, smartleadConnections } from "@/lib/db/schema";
import type { Transport } from "@/lib/mail/transport";
import type { SmartleadApi } from "@/lib/smartlead/smartlead-api";

/**
 * What a handler is given. `leaseMs` is how long a claim on a reply holds without being extended (tests shorten it); `smartlead`
 * stands in for the API of an account, `transport` for a mailbox's server.
 */
export type WorkerDeps = {
  db: Database;
  now: Clock;
  leaseMs?: number;
  smartlead?: (connection: typeof smartleadConnections.$inferSelect) => SmartleadApi;
  transport?: (mailbox: typeof mailboxes.$inferSelect) => Transport;
};
