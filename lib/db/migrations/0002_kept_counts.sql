-- What the new columns say of the threads that are here already.
UPDATE threads SET awaiting_since = coalesce(
  (SELECT min(theirs.sent_at) FROM messages theirs
    WHERE theirs.thread_id = threads.id AND theirs.direction = 'in' AND NOT theirs.is_automatic
      AND NOT EXISTS (SELECT FROM messages ours
        WHERE ours.thread_id = threads.id AND ours.direction = 'out' AND NOT ours.is_automatic AND ours.sent_at >= theirs.sent_at)),
  last_message_at)
WHERE is_awaiting_answer;
--> statement-breakpoint
UPDATE threads SET last_sent_at = sent.at
FROM (SELECT thread_id, max(sent_at) AS at FROM messages
  WHERE direction = 'out' AND NOT is_automatic AND step IS NULL GROUP BY thread_id) sent
WHERE sent.thread_id = threads.id;
--> statement-breakpoint
UPDATE threads SET outbox_at = held.due_at, outbox_state = held.status, outbox_held_reason = held.held_reason
FROM (SELECT DISTINCT ON (thread_id) thread_id, status, held_reason, min(due_at) OVER (PARTITION BY thread_id) AS due_at
  FROM replies
  WHERE status IN ('awaiting_approval', 'scheduled', 'queued', 'sending', 'handed_over', 'failed', 'unknown')
  ORDER BY thread_id, status IN ('failed', 'unknown') DESC, held_reason IS NULL, due_at) held
WHERE held.thread_id = threads.id;
--> statement-breakpoint
-- Each statement appends by how much it changes the lists that show a figure.
CREATE FUNCTION keep_thread_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO thread_counts (workspace_id, list, key, n)
    SELECT workspace_id, list, key, sum(n) FROM (
      SELECT lists.*, 1 AS n FROM new_threads t CROSS JOIN LATERAL thread_lists(
        t.workspace_id, t.kind, t.archived_at, t.is_awaiting_answer, t.unread_count, t.is_important, t.assignee_id,
        t.category_id, t.campaign_id, t.mailbox_id, t.outbox_at, t.trouble_count) lists
      UNION ALL
      SELECT lists.*, -1 FROM old_threads t CROSS JOIN LATERAL thread_lists(
        t.workspace_id, t.kind, t.archived_at, t.is_awaiting_answer, t.unread_count, t.is_important, t.assignee_id,
        t.category_id, t.campaign_id, t.mailbox_id, t.outbox_at, t.trouble_count) lists
    ) changes GROUP BY workspace_id, list, key HAVING sum(n) <> 0;
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO thread_counts (workspace_id, list, key, n)
    SELECT lists.workspace_id, lists.list, lists.key, count(*) FROM new_threads t CROSS JOIN LATERAL thread_lists(
      t.workspace_id, t.kind, t.archived_at, t.is_awaiting_answer, t.unread_count, t.is_important, t.assignee_id,
      t.category_id, t.campaign_id, t.mailbox_id, t.outbox_at, t.trouble_count) lists
    GROUP BY lists.workspace_id, lists.list, lists.key;
  ELSE
    INSERT INTO thread_counts (workspace_id, list, key, n)
    SELECT lists.workspace_id, lists.list, lists.key, -count(*) FROM old_threads t CROSS JOIN LATERAL thread_lists(
      t.workspace_id, t.kind, t.archived_at, t.is_awaiting_answer, t.unread_count, t.is_important, t.assignee_id,
      t.category_id, t.campaign_id, t.mailbox_id, t.outbox_at, t.trouble_count) lists
    GROUP BY lists.workspace_id, lists.list, lists.key;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The lists with a figure that a thread is in. `lib/services/threads/list-conditions.ts` says the same of whole lists.
CREATE FUNCTION thread_lists(
  -- workspace, kind, archived, awaiting an answer, unread, important, assignee, category, campaign, mailbox, outbox, trouble
  uuid, text, timestamptz, boolean, integer, boolean, uuid, uuid, uuid, uuid, timestamptz, integer
) RETURNS TABLE (workspace_id uuid, list text, key text) LANGUAGE sql IMMUTABLE AS $$
  SELECT $1, member.list, member.key
  FROM (SELECT $2 = 'lead' AND $3 IS NULL AS is_open, $2 = 'lead' AND $3 IS NULL AND $4 AS is_waiting) is_it,
  LATERAL (VALUES
    ('inbox', '', is_it.is_waiting),
    ('unread', '', is_it.is_open AND $5 > 0),
    ('mine', $7::text, is_it.is_open AND $7 IS NOT NULL),
    ('unassigned', '', is_it.is_waiting AND $7 IS NULL),
    ('important', '', $2 <> 'bulk' AND $3 IS NULL AND $6),
    ('outbox', '', $11 IS NOT NULL),
    ('trouble', '', $11 IS NOT NULL AND $12 > 0),
    ('untracked', '', $2 = 'untracked' AND $3 IS NULL),
    ('category', coalesce($8::text, 'none'), CASE WHEN $8 IS NULL THEN is_it.is_waiting ELSE is_it.is_open END),
    ('campaign', $9::text, is_it.is_waiting AND $9 IS NOT NULL),
    ('mailbox', $10::text, is_it.is_waiting)
  ) AS member (list, key, is_in)
  WHERE member.is_in
$$;
--> statement-breakpoint
CREATE FUNCTION keep_draft_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO thread_counts (workspace_id, list, key, n) VALUES (NEW.workspace_id, 'drafts', NEW.author_id::text, 1);
  ELSE
    INSERT INTO thread_counts (workspace_id, list, key, n) VALUES (OLD.workspace_id, 'drafts', OLD.author_id::text, -1);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER threads_counted_insert AFTER INSERT ON threads
  REFERENCING NEW TABLE AS new_threads FOR EACH STATEMENT EXECUTE FUNCTION keep_thread_counts();
--> statement-breakpoint
CREATE TRIGGER threads_counted_update AFTER UPDATE ON threads
  REFERENCING OLD TABLE AS old_threads NEW TABLE AS new_threads FOR EACH STATEMENT EXECUTE FUNCTION keep_thread_counts();
--> statement-breakpoint
CREATE TRIGGER threads_counted_delete AFTER DELETE ON threads
  REFERENCING OLD TABLE AS old_threads FOR EACH STATEMENT EXECUTE FUNCTION keep_thread_counts();
--> statement-breakpoint
CREATE TRIGGER drafts_counted AFTER INSERT OR DELETE ON drafts
  FOR EACH ROW EXECUTE FUNCTION keep_draft_counts();
--> statement-breakpoint
INSERT INTO thread_counts (workspace_id, list, key, n)
SELECT lists.workspace_id, lists.list, lists.key, count(*) FROM threads t CROSS JOIN LATERAL thread_lists(
  t.workspace_id, t.kind, t.archived_at, t.is_awaiting_answer, t.unread_count, t.is_important, t.assignee_id,
  t.category_id, t.campaign_id, t.mailbox_id, t.outbox_at, t.trouble_count) lists
GROUP BY lists.workspace_id, lists.list, lists.key;
--> statement-breakpoint
INSERT INTO thread_counts (workspace_id, list, key, n)
SELECT workspace_id, 'drafts', author_id::text, count(*) FROM drafts GROUP BY workspace_id, author_id;
