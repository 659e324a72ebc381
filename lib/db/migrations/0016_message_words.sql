-- What the search finds is what it was (migration `search`), made by a function of its own: each field's words are parted once and not
-- twice, the words of operators are put together before the long text and not behind it, and PostgreSQL keeps the plans of a function,
-- where it makes that of a column's expression anew with each statement.
CREATE FUNCTION public.message_words(subject text, from_name text, from_address text, parties jsonb, file_names text, file_kinds text[], has_attachments boolean, lead_text text, visible_text text, is_automatic boolean, is_bounced boolean) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  of_subject tsvector := public.words_of(left(subject, 10000));
  of_from tsvector := public.words_of(left(from_name || ' ' || from_address, 10000));
  of_parties tsvector := public.words_of(left(jsonb_path_query_array(parties, '$[*].*')::text, 50000));
  of_files tsvector := '';
  operators tsvector := public.marked('subject:', tsvector_to_array(of_subject)) || public.marked('from:', tsvector_to_array(of_from)) || public.marked('to:', tsvector_to_array(of_parties));
BEGIN
  IF file_names <> '' THEN
    of_files := public.words_of(left(file_names, 10000));
    operators := operators || public.marked('filename:', tsvector_to_array(of_files));
  END IF;
  IF has_attachments THEN
    operators := operators || public.marked('has:', array_append(file_kinds, 'file'));
  ELSIF file_kinds <> '{}' THEN
    operators := operators || public.marked('has:', file_kinds);
  END IF;
  IF is_automatic THEN
    operators := operators || public.marked('is:', '{automatic}');
  END IF;
  IF is_bounced THEN
    operators := operators || public.marked('is:', '{bounced}');
  END IF;
  -- Operators have no places, so that those of the text are counted from its first word.
  RETURN operators || setweight(of_subject, 'A') || public.field_end() || setweight(of_from, 'B') || public.field_end()
    || setweight(of_parties, 'C') || public.field_end() || setweight(of_files, 'C') || public.field_end()
    || public.words_of(left(lead_text, 10000)) || public.field_end() || public.words_of(left(visible_text, 100000));
END $$;
--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "search";
--> statement-breakpoint
-- In one statement: what the table is written anew with stays within the row (migration `search_in_row`).
ALTER TABLE "messages" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (public.message_words(subject, from_name, from_address::text, "to" || cc || bcc, file_names, file_kinds,
  has_attachments, lead_text, visible_text, is_automatic, bounces <> '[]'::jsonb)) STORED, ALTER COLUMN "search" SET STORAGE MAIN;
--> statement-breakpoint
CREATE INDEX "messages_search" ON "messages" USING gin ("search") WITH (fastupdate = on, gin_pending_list_limit = 1024);
