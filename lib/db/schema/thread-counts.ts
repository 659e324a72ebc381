import { bigint, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { workspaces } from "./workspaces";

/**
 * How many threads are in which list, as a ledger: triggers on `threads` and `drafts` append what each statement changes, in its
 * own transaction and without waiting for anybody; a count is the sum of its entries, and the worker adds them up now and then.
 * `key` parts a list by member (`mine`, `drafts`), category, campaign or mailbox.
 */
export const threadCounts = pgTable(
  "thread_counts",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    list: text().notNull(),
    key: text().notNull().default(""),
    n: integer().notNull(),
  },
  (table) => [index("thread_counts_workspace").on(table.workspaceId)],
);
