import { sql } from "drizzle-orm";
import { bigint, date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { members } from "./members";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

/** Something to do about a thread that is no mail: by whom, and until which day of theirs. */
export const tasks = pgTable(
  "tasks",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    threadId: bigint("thread_id", { mode: "number" })
      .notNull()
      .references(() => threads.id),
    title: text().notNull(),
    dueOn: date("due_on"),
    assigneeId: uuid("assignee_id")
      .notNull()
      .references(() => members.id),
    createdById: uuid("created_by_id")
      .notNull()
      .references(() => members.id),
    createdAt: at("created_at").notNull().defaultNow(),
    doneAt: at("done_at"),
    doneById: uuid("done_by_id").references(() => members.id),
    /** When its person was told that it is due. */
    remindedAt: at("reminded_at"),
    removedAt: at("removed_at"),
  },
  (table) => [
    index("tasks_thread").on(table.threadId),
    index("tasks_open")
      .on(table.assigneeId, table.dueOn)
      .where(sql`done_at is null and removed_at is null`),
  ],
);
