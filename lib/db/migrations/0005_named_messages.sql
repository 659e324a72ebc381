CREATE INDEX "messages_named" ON "messages" USING gin (("in_reply_to" || "references")) WITH (fastupdate=false);--> statement-breakpoint
-- Raw sources are mostly base64, which PostgreSQL's own compression spends much time on; lz4 where it was built with it.
DO $$ BEGIN ALTER TABLE "message_sources" ALTER COLUMN "raw" SET COMPRESSION lz4; EXCEPTION WHEN feature_not_supported THEN NULL; END $$;
