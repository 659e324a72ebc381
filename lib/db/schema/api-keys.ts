import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { API_SCOPES } from "@/lib/domain/api-scope";
import { at, id } from "./columns";
import { members } from "./members";
import { workspaces } from "./workspaces";

export const apiKeys = pgTable(
  "api_keys",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    name: text().notNull(),
    hash: text().notNull().unique(),
    /** Its last four characters, to tell keys apart. */
    hint: text().notNull(),
    /** What it may be used for; null for all that its member may do over the API. */
    scopes: text({ enum: API_SCOPES }).array(),
    createdAt: at("created_at").notNull().defaultNow(),
    lastUsedAt: at("last_used_at"),
    revokedAt: at("revoked_at"),
  },
  (table) => [index("api_keys_member").on(table.memberId)],
);
