CREATE TABLE "thread_counts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "thread_counts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" uuid NOT NULL,
	"list" text NOT NULL,
	"key" text DEFAULT '' NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "preferences" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "awaiting_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "last_sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "outbox_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "outbox_state" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "outbox_held_reason" text;--> statement-breakpoint
ALTER TABLE "thread_counts" ADD CONSTRAINT "thread_counts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thread_counts_workspace" ON "thread_counts" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "drafts_newest" ON "drafts" USING btree ("author_id","saved_at" DESC NULLS LAST,"thread_id" DESC NULLS LAST);--> statement-breakpoint
DROP INDEX "threads_done";--> statement-breakpoint
CREATE INDEX "threads_done" ON "threads" USING btree ("workspace_id","last_message_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE archived_at is not null and kind <> 'bulk';--> statement-breakpoint
CREATE INDEX "threads_waiting_longest" ON "threads" USING btree ("workspace_id","awaiting_since","id") WHERE is_awaiting_answer and archived_at is null and kind = 'lead';--> statement-breakpoint
CREATE INDEX "threads_important" ON "threads" USING btree ("workspace_id","last_message_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE is_important and archived_at is null and kind <> 'bulk';--> statement-breakpoint
CREATE INDEX "threads_sent" ON "threads" USING btree ("workspace_id","last_sent_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE last_sent_at is not null and kind <> 'bulk';--> statement-breakpoint
CREATE INDEX "threads_outbox" ON "threads" USING btree ("workspace_id","outbox_at","id") WHERE outbox_at is not null;--> statement-breakpoint
CREATE INDEX "threads_category" ON "threads" USING btree ("workspace_id","category_id","last_message_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE archived_at is null and kind = 'lead';