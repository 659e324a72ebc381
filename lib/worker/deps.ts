import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";

/** What a handler is given. `leaseMs` is how long a claim on a reply holds without being extended (tests shorten it). */
export type WorkerDeps = { db: Database; now: Clock; leaseMs?: number };
