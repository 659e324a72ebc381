import type { attachments, messageSources } from "@/lib/db/schema";
import type { Change } from "@/lib/realtime/notify";

/** What messages that are stored in one transaction share. */
export type Batch = {
  /** Message-IDs of the workspace that the database may know; what it has never heard of need not be asked for. */
  heardOf: Set<string>;
  /** Written in one go at the end. */
  later: {
    sources: (typeof messageSources.$inferInsert)[];
    files: (typeof attachments.$inferInsert)[];
    changes: Change[];
  };
};
