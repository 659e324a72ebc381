import { pgTable, text } from "drizzle-orm/pg-core";
import { at, id } from "./columns";

/** `sandbox` is filled by the app and never meets real mail; `team` is real. */
export const workspaces = pgTable("workspaces", {
  id: id(),
  kind: text({ enum: ["sandbox", "team"] }).notNull(),
  name: text().notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  filledAt: at("filled_at"),
});
