import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { apiKeys } from "./api-keys";
import { at } from "./columns";

/** What an API key's request with an `Idempotency-Key` was answered, for 24 hours. `response` is null while it runs. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    apiKeyId: uuid("api_key_id")
      .notNull()
      .references(() => apiKeys.id),
    key: text().notNull(),
    bodyHash: text("body_hash").notNull(),
    response: jsonb().$type<Record<string, unknown>>(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.apiKeyId, table.key] })],
);
