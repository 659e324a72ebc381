import { sql, type AnyColumn, type SQL } from "drizzle-orm";

/** Whether a row is this connection's to keep: another one's whose key works stays there, though two keys open it. */
export const isOurs = (owner: AnyColumn, connectionId: string): SQL => sql`(${owner} = ${connectionId} or exists (
  select 1 from smartlead_connections other where other.id = ${owner}
    and (other.state = 'disconnected' or (other.state = 'failing' and other.state_reason = 'auth'))))`;
