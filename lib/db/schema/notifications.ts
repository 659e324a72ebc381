import { sql } from "drizzle-orm";
import { bigint, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { NOTIFICATION_KINDS } from "@/lib/domain/notification";
import { at, id } from "./columns";
import { members } from "./members";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

/** What a member is told personally, newest first; never a text of mail. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    kind: text({ enum: NOTIFICATION_KINDS }).notNull(),
    /** Who did it; null where the machine or the lead did. */
    byId: uuid("by_id").references(() => members.id),
    threadId: bigint("thread_id", { mode: "number" }).references(() => threads.id),
    /** The note, task, reply or review that it is about. */
    subjectId: uuid("subject_id"),
    createdAt: at("created_at").notNull().defaultNow(),
    readAt: at("read_at"),
  },
  (table) => [
    index("notifications_member").on(table.memberId, table.createdAt.desc(), table.id.desc()),
    index("notifications_unread")
      .on(table.memberId)
      .where(sql`read_at is null`),
  ],
);

/** Who wants to be told of what happens in a thread. */
export const threadFollowers = pgTable(
  "thread_followers",
  {
    threadId: bigint("thread_id", { mode: "number" })
      .notNull()
      .references(() => threads.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.threadId, table.memberId] }),
    index("thread_followers_member").on(table.memberId),
  ],
);
