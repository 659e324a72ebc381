import { sql } from "drizzle-orm";

/**
 * SQL, to join `reviews` with: each decision about one, by when it was asked for last before (`asked_at`, `decided_at`), from the
 * history, since the row knows only the last. An approval that was taken back is none.
 */
export const DECISIONS_OF_REVIEW = sql`lateral (
  select said.at as decided_at, (
    select max(asked.at) from events asked
    where asked.thread_id = reviews.thread_id and asked.kind = 'review.asked' and asked.subject_id = reviews.id::text
      and asked.at <= said.at
  ) as asked_at
  from (
    select told.at, told.kind, lead(told.kind) over (order by told.at, told.id) as next
    from events told
    where told.thread_id = reviews.thread_id and told.data ->> 'reviewId' = reviews.id::text
      and told.kind in ('reply.approved', 'reply.returned', 'reply.approval_undone')
  ) said
  where said.kind <> 'reply.approval_undone' and said.next is distinct from 'reply.approval_undone'
) decisions`;
