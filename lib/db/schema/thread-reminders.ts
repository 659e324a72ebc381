import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { REMINDER_CONDITIONS, REMINDER_KINDS } from "@/lib/domain/reminder";
import { at, id } from "./columns";
import { members } from "./members";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

/** A member wants a thread back: at a time, then only if nobody has answered, or as soon as somebody does. */
export const threadReminders = pgTable(
  "thread_reminders",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    threadId: bigint("thread_id", { mode: "number" })
      .notNull()
      .references(() => threads.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    /** A snooze keeps the thread out of its member's lists until it comes up; a reminder leaves it where it is. */
    kind: text({ enum: REMINDER_KINDS }).notNull().default("reminder"),
    condition: text({ enum: REMINDER_CONDITIONS }).notNull(),
    /** Null for `until_reply` without an end. */
    remindAt: at("remind_at"),
    note: text().notNull().default(""),
    createdAt: at("created_at").notNull().defaultNow(),
    /** It came up: at its time, or because the lead has answered. */
    firedAt: at("fired_at"),
    firedBecause: text("fired_because", { enum: ["time", "answer"] }),
    /** It needs nobody any more: answered in time, dismissed, or taken back; or whose it was has left. */
    closedAt: at("closed_at"),
    closedReason: text("closed_reason", { enum: ["answered", "dismissed", "replaced", "left"] }),
  },
  (table) => [
    index("thread_reminders_thread").on(table.threadId),
    index("thread_reminders_due")
      .on(table.remindAt)
      .where(sql`fired_at is null and closed_at is null`),
    index("thread_reminders_member")
      .on(table.memberId, table.remindAt)
      .where(sql`closed_at is null`),
  ],
);
