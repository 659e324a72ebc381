import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./client";

/**
 * Inserts many rows by one parameter (JSON), which costs both sides a fraction of one parameter a value. All rows say the same columns; a
 * column that only some of them say is null in the others. Text must be well-formed, and no column binary (`bytesList` is for those).
 * @param onConflict what stands behind the rows, such as `on conflict do nothing`
 * @returns how many were written
 */
export async function insertRows<Table extends PgTable>(
  tx: Database,
  table: Table,
  rows: Table["$inferInsert"][],
  onConflict: SQL = sql``,
): Promise<number> {
  const said = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => said.has(key));
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  const named = rows.map((row: Record<string, unknown>) => {
    const values: Record<string, unknown> = {};
    for (const [key, { name }] of columns) values[name] = row[key];
    return values;
  });
  const { rowCount } = await tx.execute(
    sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(named)}::json) ${onConflict}`,
  );
  return rowCount ?? 0;
}
