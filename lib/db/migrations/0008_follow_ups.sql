CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_read_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_member_id_unique" UNIQUE("member_id"),
	CONSTRAINT "calendar_feeds_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "follow_up_chains" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"thread_id" bigint NOT NULL,
	"author_id" uuid NOT NULL,
	"stop_category_ids" uuid[] DEFAULT '{}' NOT NULL,
	"away_rule" text DEFAULT 'move' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_reason" text
);
--> statement-breakpoint
ALTER TABLE "thread_reminders" ALTER COLUMN "remind_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "window_days" integer[];--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "window_start" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "window_end" text;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "chain_id" uuid;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "chain_step" integer;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "chain_wait" jsonb;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "calendar_part" text;--> statement-breakpoint
ALTER TABLE "thread_reminders" ADD COLUMN "kind" text DEFAULT 'reminder' NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_reminders" ADD COLUMN "fired_because" text;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_chains" ADD CONSTRAINT "follow_up_chains_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_chains" ADD CONSTRAINT "follow_up_chains_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_chains" ADD CONSTRAINT "follow_up_chains_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_up_chains_open" ON "follow_up_chains" USING btree ("thread_id") WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_chain_id_follow_up_chains_id_fk" FOREIGN KEY ("chain_id") REFERENCES "public"."follow_up_chains"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "replies_chain" ON "replies" USING btree ("chain_id") WHERE chain_id is not null;--> statement-breakpoint
CREATE INDEX "replies_workspace_due" ON "replies" USING btree ("workspace_id","due_at");