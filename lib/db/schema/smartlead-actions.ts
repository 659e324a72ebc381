import { bigint, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { SMARTLEAD_ACTIONS } from "@/lib/domain/smartlead";
import { at, id } from "./columns";
import { members } from "./members";
import { smartleadConnections } from "./smartlead";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

/** What was done here and is carried over to Smartlead. */
export const smartleadActions = pgTable(
  "smartlead_actions",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    connectionId: uuid("connection_id")
      .notNull()
      .references(() => smartleadConnections.id),
    threadId: bigint("thread_id", { mode: "number" }).references(() => threads.id),
    memberId: uuid("member_id").references(() => members.id),
    kind: text({ enum: SMARTLEAD_ACTIONS }).notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: ["pending", "confirmed", "refused"] })
      .notNull()
      .default("pending"),
    /** Why it was refused: a closed word, and Smartlead's own words. */
    reason: text(),
    detail: text(),
    attempts: integer().notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    settledAt: at("settled_at"),
  },
  (table) => [
    index("smartlead_actions_thread").on(table.threadId, table.createdAt),
    index("smartlead_actions_open").on(table.connectionId, table.createdAt),
  ],
);
