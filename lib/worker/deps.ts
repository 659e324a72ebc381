import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import type { mailboxes, smartleadConnections } from "@/lib/db/schema";
import type { Transport } from "@/lib/mail/transport";
import type { SmartleadApi } from "@/lib/smartlead/smartlead-api";
import type { MailReaders } from "./mail-readers";

/**
 * What a handler is given. `leaseMs` is how long a claim on a reply holds without being extended (tests shorten it); `smartlead`
 * stands in for the API of an account, `transport` for a mailbox's server. Without `readers` mail is read where it is stored.
 */
export type WorkerDeps = {
  db: Database;
  now: Clock;
  leaseMs?: number;
  readers?: MailReaders | undefined;
  smartlead?: (connection: typeof smartleadConnections.$inferSelect) => SmartleadApi;
  transport?: (mailbox: typeof mailboxes.$inferSelect) => Transport;
};
