import { sql } from "drizzle-orm";

/**
 * SQL: whether a message of the other side (alias `theirs`) came after one of ours (alias `ours`) and so is not answered by it.
 * What names the other came later. Else the Date headers tell; but the writer's clock may be slow, so what was seen later
 * came later unless its date lies more than a day back (old mail that was read late).
 */
export const CAME_AFTER = sql`case
  when ours.message_id = any(theirs.in_reply_to || theirs."references") then true
  when theirs.message_id = any(ours.in_reply_to || ours."references") then false
  else theirs.sent_at > ours.sent_at
    or (theirs.first_seen_at > ours.first_seen_at and theirs.sent_at > ours.sent_at - interval '1 day') end`;
