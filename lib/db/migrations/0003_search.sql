CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.words (COPY = pg_catalog.simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.words ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart WITH unaccent, simple;
--> statement-breakpoint
-- (Longer list since 21:56: in a database of locale C every sign beyond ASCII counts as a letter, so that “rate would be another word.)
-- Words are runs of letters and digits: what joins them (addresses, file names, hyphens) parts them here, and in the query as well.
CREATE FUNCTION public.words_of(content text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('public.words', translate(content, $$-./\_@:~&<>;#?=%+'"`()[]{}|*^$!,“”„‚‘’«»‹›–—…·•¿¡§©®™°€£¥、。，！？：；（）「」《》・،؛؟👍🙏😊✅✓→←●$$ || E'\u00a0\u00ad\u2009\u200b\u200e\u200f\u2011\u202f\ufeff', repeat(' ', 120)));
--> statement-breakpoint
-- The same words once more with a mark that no word holds, so that `from:` and the like are looked up in the one index.
CREATE FUNCTION public.marked(mark text, words text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_to_tsvector(ARRAY(SELECT mark || word FROM unnest(words) AS word));
--> statement-breakpoint
DROP INDEX "messages_search";
--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "search";
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "file_names" text NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "file_kinds" text[] NOT NULL DEFAULT '{}';
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "lead_text" text NOT NULL DEFAULT '';
--> statement-breakpoint
UPDATE messages SET lead_text = l.first_name || ' ' || l.last_name || ' ' || l.company FROM threads t JOIN leads l ON l.id = t.lead_id WHERE t.id = messages.thread_id;
--> statement-breakpoint
UPDATE messages SET file_names = f.names FROM (SELECT message_id, string_agg(file_name, ' ' ORDER BY position) AS names FROM attachments WHERE NOT is_inline GROUP BY message_id) f WHERE f.message_id = messages.id;
--> statement-breakpoint
UPDATE messages SET file_kinds = f.kinds FROM (SELECT message_id, array_agg(DISTINCT CASE WHEN content_type = 'application/pdf' OR file_name ILIKE '%.pdf' THEN 'pdf' WHEN content_type LIKE 'image/%' THEN 'image' END) FILTER (WHERE content_type = 'application/pdf' OR file_name ILIKE '%.pdf' OR content_type LIKE 'image/%') AS kinds FROM attachments WHERE NOT is_inline GROUP BY message_id) f WHERE f.message_id = messages.id AND f.kinds IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
  setweight(public.words_of(subject), 'A')
  || setweight(public.words_of(from_name || ' ' || from_address::text), 'B')
  || setweight(public.words_of(jsonb_path_query_array("to" || cc || bcc, '$[*].*')::text), 'C')
  || public.words_of(file_names || ' ' || lead_text) || public.words_of(left(visible_text, 100000))
  || public.marked('subject:', tsvector_to_array(public.words_of(subject)))
  || public.marked('from:', tsvector_to_array(public.words_of(from_name || ' ' || from_address::text)))
  || public.marked('to:', tsvector_to_array(public.words_of(jsonb_path_query_array("to" || cc || bcc, '$[*].*')::text)))
  || public.marked('filename:', tsvector_to_array(public.words_of(file_names)))
  || public.marked('has:', CASE WHEN has_attachments THEN array_append(file_kinds, 'file') ELSE file_kinds END)
  || public.marked('is:', array_remove(ARRAY[CASE WHEN is_automatic THEN 'automatic' END, CASE WHEN bounces <> '[]'::jsonb THEN 'bounced' END], NULL))
) STORED;
--> statement-breakpoint
CREATE INDEX "messages_search" ON "messages" USING gin ("search") WITH (fastupdate = off);
--> statement-breakpoint
-- A message is found by its lead's name and company as they are now.
CREATE FUNCTION public.lead_text_of(thread bigint) RETURNS text LANGUAGE sql STABLE
  RETURN coalesce((SELECT l.first_name || ' ' || l.last_name || ' ' || l.company FROM public.threads t JOIN public.leads l ON l.id = t.lead_id WHERE t.id = thread), '');
--> statement-breakpoint
CREATE FUNCTION public.name_lead_in_message() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.lead_text := public.lead_text_of(NEW.thread_id); RETURN NEW; END $$;
--> statement-breakpoint
CREATE TRIGGER messages_lead_text BEFORE INSERT OR UPDATE OF thread_id ON messages FOR EACH ROW EXECUTE FUNCTION public.name_lead_in_message();
--> statement-breakpoint
CREATE FUNCTION public.rename_lead_in_messages() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE public.messages SET lead_text = public.lead_text_of(thread_id) WHERE thread_id IN (SELECT id FROM public.threads WHERE lead_id = NEW.id); RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER leads_lead_text AFTER UPDATE OF first_name, last_name, company ON leads FOR EACH ROW
  WHEN ((OLD.first_name, OLD.last_name, OLD.company) IS DISTINCT FROM (NEW.first_name, NEW.last_name, NEW.company)) EXECUTE FUNCTION public.rename_lead_in_messages();
--> statement-breakpoint
CREATE FUNCTION public.name_lead_in_thread() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  UPDATE public.messages SET lead_text = public.lead_text_of(NEW.id) WHERE thread_id = NEW.id; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER threads_lead_text AFTER UPDATE OF lead_id ON threads FOR EACH ROW
  WHEN (OLD.lead_id IS DISTINCT FROM NEW.lead_id) EXECUTE FUNCTION public.name_lead_in_thread();
--> statement-breakpoint
CREATE INDEX "leads_by_name" ON "leads" USING btree ("workspace_id",(lower("first_name" || ' ' || "last_name") collate "C"));
--> statement-breakpoint
CREATE INDEX "leads_by_surname" ON "leads" USING btree ("workspace_id",(lower("last_name") collate "C"));
--> statement-breakpoint
CREATE INDEX "leads_by_company" ON "leads" USING btree ("workspace_id",(lower("company") collate "C"));
--> statement-breakpoint
CREATE INDEX "leads_by_address" ON "leads" USING btree ("workspace_id",(lower("email"::text) collate "C"));
--> statement-breakpoint
CREATE INDEX "leads_by_domain" ON "leads" USING btree ("workspace_id",(lower(split_part("email"::text, '@', 2)) collate "C"));
--> statement-breakpoint
CREATE INDEX "messages_by_sender" ON "messages" USING btree ("workspace_id",(lower("from_address"::text) collate "C"),"first_seen_at");
