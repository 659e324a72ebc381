import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { workspaces } from "./workspaces";

/**
 * What happened, as facts: `reply.sent`, `thread.archived`, `mailbox.failed`. Never a text of mail, never a secret. It is the audit log:
 * a trigger lets nothing in it be changed or deleted, but for the number of a thread that became part of another.
 */
export const events = pgTable(
  "events",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    kind: text().notNull(),
    memberId: uuid("member_id"),
    apiKeyId: uuid("api_key_id"),
    threadId: bigint("thread_id", { mode: "number" }),
    subjectId: text("subject_id"),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [
    index("events_workspace").on(table.workspaceId, table.at),
    index("events_thread").on(table.threadId),
    index("events_member").on(table.memberId, table.at),
  ],
);
