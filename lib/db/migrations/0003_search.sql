CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION public.words (COPY = pg_catalog.simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION public.words ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart WITH unaccent, simple;
--> statement-breakpoint
-- Words are runs of letters and digits: what joins them (addresses, file names, hyphens) parts them here, and in the query as well.
-- The parser alone would not do: in a database of locale C every sign beyond ASCII is a letter to it. The class holds whatever
-- Unicode calls neither letter nor number nor mark, as lib/domain/search-words.ts does; a test compares the two.
CREATE FUNCTION public.words_of(content text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('public.words', regexp_replace(content, $$[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u02c2-\u02c5\u02d2-\u02df\u02e5-\u02eb\u02ed\u02ef-\u02ff\u0375\u037e\u0384\u0385\u0387\u03f6\u0482\u055a-\u055f\u0589-\u058f\u05be\u05c0\u05c3\u05c6\u05f3-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd\u06de\u06e9\u06fd\u06fe\u0700-\u070f\u07f6-\u07f9\u07fe\u07ff\u0830-\u083e\u085e\u0888\u0890\u0891\u08e2\u0964\u0965\u0970\u09f2\u09f3\u09fa\u09fb\u09fd\u0a76\u0af0\u0af1\u0b70\u0bf3-\u0bfa\u0c77\u0c7f\u0c84\u0d4f\u0d79\u0df4\u0e3f\u0e4f\u0e5a\u0e5b\u0f01-\u0f17\u0f1a-\u0f1f\u0f34\u0f36\u0f38\u0f3a-\u0f3d\u0f85\u0fbe-\u0fc5\u0fc7-\u0fda\u104a-\u104f\u109e\u109f\u10fb\u1360-\u1368\u1390-\u1399\u1400\u166d\u166e\u1680\u169b\u169c\u16eb-\u16ed\u1735\u1736\u17d4-\u17d6\u17d8-\u17db\u1800-\u180a\u180e\u1940-\u1945\u19de-\u19ff\u1a1e\u1a1f\u1aa0-\u1aa6\u1aa8-\u1aad\u1b4e\u1b4f\u1b5a-\u1b6a\u1b74-\u1b7f\u1bfc-\u1bff\u1c3b-\u1c3f\u1c7e\u1c7f\u1cc0-\u1cc7\u1cd3\u1fbd\u1fbf-\u1fc1\u1fcd-\u1fcf\u1fdd-\u1fdf\u1fed-\u1fef\u1ffd-\u206f\u207a-\u207e\u208a-\u208e\u20a0-\u20c1\u2100\u2101\u2103-\u2106\u2108\u2109\u2114\u2116-\u2118\u211e-\u2123\u2125\u2127\u2129\u212e\u213a\u213b\u2140-\u2144\u214a-\u214d\u214f\u218a-\u244a\u249c-\u24e9\u2500-\u2775\u2794-\u2bff\u2ce5-\u2cea\u2cf9-\u2cfc\u2cfe\u2cff\u2d70\u2e00-\u2e2e\u2e30-\u3004\u3008-\u3020\u3030\u3036\u3037\u303d-\u303f\u309b\u309c\u30a0\u30fb\u3190\u3191\u3196-\u319f\u31c0-\u31ef\u3200-\u321e\u322a-\u3247\u3250\u3260-\u327f\u328a-\u32b0\u32c0-\u33ff\u4dc0-\u4dff\ua490-\ua4c6\ua4fe\ua4ff\ua60d-\ua60f\ua673\ua67e\ua6f2-\ua716\ua720\ua721\ua789\ua78a\ua828-\ua82b\ua836-\ua839\ua874-\ua877\ua8ce\ua8cf\ua8f8-\ua8fa\ua8fc\ua92e\ua92f\ua95f\ua9c1-\ua9cd\ua9de\ua9df\uaa5c-\uaa5f\uaa77-\uaa79\uaade\uaadf\uaaf0\uaaf1\uab5b\uab6a\uab6b\uabeb\ue000-\uf8ff\ufb29\ufbb2-\ufbd2\ufd3e-\ufd4f\ufd90\ufd91\ufdc8-\ufdcf\ufdfc-\ufdff\ufe10-\ufe19\ufe30-\ufe6b\ufeff-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\ufffd\U0001f000-\U0001faff\U000e0001-\U000e007f]+$$, ' ', 'g'));
--> statement-breakpoint
-- Stands between two fields, so that no phrase runs from one into the next. Nobody can search for it: it is no word.
CREATE FUNCTION public.field_end() RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN $$'¶':1$$::tsvector;
--> statement-breakpoint
-- The same words once more with a mark that no word holds, so that `from:` and the like are looked up in the one index. (A lexeme
-- has at most 2046 bytes; what is that long is no word.)
CREATE FUNCTION public.marked(mark text, words text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_to_tsvector(ARRAY(SELECT mark || word FROM unnest(words) AS word WHERE octet_length(word) < 256));
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
-- A tsvector has at most a MiB: six hundred recipients with long names must not keep a message out.
ALTER TABLE "messages" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
  setweight(public.words_of(left(subject, 10000)), 'A') || public.field_end()
  || setweight(public.words_of(left(from_name || ' ' || from_address::text, 10000)), 'B') || public.field_end()
  || setweight(public.words_of(left(jsonb_path_query_array("to" || cc || bcc, '$[*].*')::text, 50000)), 'C') || public.field_end()
  || setweight(public.words_of(left(file_names, 10000)), 'C') || public.field_end()
  || public.words_of(left(lead_text, 10000)) || public.field_end() || public.words_of(left(visible_text, 100000))
  || public.marked('subject:', tsvector_to_array(public.words_of(left(subject, 10000))))
  || public.marked('from:', tsvector_to_array(public.words_of(left(from_name || ' ' || from_address::text, 10000))))
  || public.marked('to:', tsvector_to_array(public.words_of(left(jsonb_path_query_array("to" || cc || bcc, '$[*].*')::text, 50000))))
  || public.marked('filename:', tsvector_to_array(public.words_of(left(file_names, 10000))))
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
