import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";

/** Running workers; one is alive while `seenAt` is recent. */
export const workers = pgTable("workers", {
  id: uuid().primaryKey(),
  host: text().notNull(),
  startedAt: at("started_at").notNull(),
  seenAt: at("seen_at").notNull(),
});
