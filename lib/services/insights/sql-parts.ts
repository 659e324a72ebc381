import { type SQL, sql } from "drizzle-orm";
import type { DaySpan } from "@/lib/domain/insights/insight-span";

/** SQL: an instant as ms since 1970, as figures are computed with. */
export const millis = (column: SQL): SQL => sql`floor(extract(epoch from ${column}) * 1000)::float8`;

/** SQL: an instant given in ms. */
export const instant = (ms: number): SQL => sql`${new Date(ms).toISOString()}::timestamptz`;

/** SQL: whether a time lies in a span. */
export const isIn = (column: SQL, { starts, end }: DaySpan): SQL =>
  sql`${column} >= ${instant(starts[0]!)} and ${column} < ${instant(end)}`;

/** SQL: a lead's own words. */
export const IS_LEADS = sql`messages.direction = 'in' and not messages.is_automatic`;
