import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { AWAY_RULES, CHAIN_ENDS } from "@/lib/domain/follow-up";
import { at, id } from "./columns";
import { members } from "./members";
import { threads } from "./threads";
import { workspaces } from "./workspaces";

/**
 * Follow-ups that were planned in one go. Each step is a reply of the outbox (`replies.chain_id`), so that what holds for a reply holds
 * for a step; the row says what they have in common: what stops those that are still to leave, and what an absence does to them.
 */
export const followUpChains = pgTable(
  "follow_up_chains",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    threadId: bigint("thread_id", { mode: "number" })
      .notNull()
      .references(() => threads.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => members.id),
    /** Categories that stop it when the thread gets one of them. An answer, a bounce and an unsubscribe always do. */
    stopCategoryIds: uuid("stop_category_ids")
      .array()
      .notNull()
      .default(sql`'{}'`),
    awayRule: text("away_rule", { enum: AWAY_RULES }).notNull().default("move"),
    createdAt: at("created_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
    endedReason: text("ended_reason", { enum: CHAIN_ENDS }),
  },
  (table) => [
    index("follow_up_chains_open")
      .on(table.threadId)
      .where(sql`ended_at is null`),
  ],
);
