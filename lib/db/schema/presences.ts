import { bigint, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { PRESENCES } from "@/lib/domain/presence";
import { at } from "./columns";
import { members } from "./members";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

/** Who has a thread open in which window, as it was last heard of; what is older than a minute counts no more. */
export const presences = pgTable(
  "presences",
  {
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    /** A window of a browser. */
    windowId: uuid("window_id").notNull(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    threadId: bigint("thread_id", { mode: "number" })
      .notNull()
      .references(() => threads.id),
    state: text({ enum: PRESENCES }).notNull(),
    seenAt: at("seen_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.windowId] }),
    index("presences_workspace").on(table.workspaceId, table.seenAt),
  ],
);
