import { type SQL, sql } from "drizzle-orm";

/** No character stands behind it, so that a beginning followed by it ends the range. */
const LAST = String.fromCodePoint(0x10ffff);

/**
 * That a text in collation "C" begins so, as a range: there is no pattern in it whose wildcards somebody could type, and an
 * index serves it in a database of any locale. The database lowers what was typed as it lowered what it has.
 */
export const begins = (field: SQL, typed: string): SQL =>
  sql`${field} >= (lower(${typed}::text) collate "C") and ${field} < ((lower(${typed}::text) || ${LAST}) collate "C")`;
