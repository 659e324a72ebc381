CREATE TABLE "smartlead_actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"thread_id" bigint,
	"member_id" uuid,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"reason" text,
	"detail" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "smartlead_broken_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"source" text NOT NULL,
	"hash" text NOT NULL,
	"raw" text NOT NULL,
	"reason" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "smartlead_broken_rows_hash" UNIQUE("connection_id","hash")
);
--> statement-breakpoint
CREATE TABLE "smartlead_budgets" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"blocked_until" timestamp with time zone,
	"person_until" timestamp with time zone,
	"remote_limit" integer,
	"remote_remaining" integer,
	"remote_reset_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "smartlead_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key_hash" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "smartlead_campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"remote_id" text NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT '' NOT NULL,
	"schedule" jsonb,
	"is_chosen" boolean DEFAULT false NOT NULL,
	"campaign_id" uuid,
	CONSTRAINT "smartlead_campaigns_campaign_id_unique" UNIQUE("campaign_id"),
	CONSTRAINT "smartlead_campaigns_remote" UNIQUE("workspace_id","remote_id")
);
--> statement-breakpoint
CREATE TABLE "smartlead_categories" (
	"connection_id" uuid NOT NULL,
	"remote_id" text NOT NULL,
	"name" text NOT NULL,
	"sentiment" text,
	"category_id" uuid,
	CONSTRAINT "smartlead_categories_connection_id_remote_id_pk" PRIMARY KEY("connection_id","remote_id")
);
--> statement-breakpoint
CREATE TABLE "smartlead_connections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"key" text,
	"key_hint" text NOT NULL,
	"key_hash" text NOT NULL,
	"endpoint" text DEFAULT 'auto' NOT NULL,
	"found_endpoint" text,
	"hands_over" boolean DEFAULT false NOT NULL,
	"webhook_secret" text NOT NULL,
	"webhook_hash" text NOT NULL,
	"signing_secret" text,
	"state" text DEFAULT 'new' NOT NULL,
	"state_reason" text,
	"state_detail" text,
	"state_since" timestamp with time zone DEFAULT now() NOT NULL,
	"first_sync_offset" integer DEFAULT 0 NOT NULL,
	"replies_found" integer,
	"first_synced_at" timestamp with time zone,
	"last_polled_at" timestamp with time zone,
	"polled_to" timestamp with time zone,
	"poll_requested_at" timestamp with time zone,
	"next_attempt_at" timestamp with time zone,
	"lease_owner" uuid,
	"lease_until" timestamp with time zone,
	"created_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disconnected_at" timestamp with time zone,
	CONSTRAINT "smartlead_connections_webhook_hash_unique" UNIQUE("webhook_hash")
);
--> statement-breakpoint
CREATE TABLE "smartlead_leads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"smartlead_campaign_id" uuid NOT NULL,
	"lead_map_id" text NOT NULL,
	"remote_lead_id" text NOT NULL,
	"lead_id" uuid NOT NULL,
	"thread_id" bigint,
	"status" text DEFAULT '' NOT NULL,
	"remote_category_id" text,
	"is_unread" boolean,
	"last_reply_at" timestamp with time zone,
	"swept_at" timestamp with time zone,
	"row" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "smartlead_leads_map" UNIQUE("workspace_id","lead_map_id")
);
--> statement-breakpoint
CREATE TABLE "smartlead_mailboxes" (
	"mailbox_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"remote_id" text NOT NULL,
	CONSTRAINT "smartlead_mailboxes_remote" UNIQUE("workspace_id","remote_id")
);
--> statement-breakpoint
CREATE TABLE "smartlead_messages" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"raw" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "smartlead_webhooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"dedupe_key" text NOT NULL,
	"event_type" text NOT NULL,
	"body" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone,
	CONSTRAINT "smartlead_webhooks_dedupe" UNIQUE("connection_id","dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "thread_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"thread_id" bigint NOT NULL,
	"author_id" uuid,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "smartlead_lead_id" uuid;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "handed_over_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "engine" text DEFAULT 'mailbox' NOT NULL;--> statement-breakpoint
ALTER TABLE "smartlead_actions" ADD CONSTRAINT "smartlead_actions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_actions" ADD CONSTRAINT "smartlead_actions_connection_id_smartlead_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."smartlead_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_actions" ADD CONSTRAINT "smartlead_actions_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_actions" ADD CONSTRAINT "smartlead_actions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_broken_rows" ADD CONSTRAINT "smartlead_broken_rows_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_broken_rows" ADD CONSTRAINT "smartlead_broken_rows_connection_id_smartlead_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."smartlead_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_campaigns" ADD CONSTRAINT "smartlead_campaigns_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_campaigns" ADD CONSTRAINT "smartlead_campaigns_connection_id_smartlead_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."smartlead_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_campaigns" ADD CONSTRAINT "smartlead_campaigns_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_categories" ADD CONSTRAINT "smartlead_categories_connection_id_smartlead_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."smartlead_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_categories" ADD CONSTRAINT "smartlead_categories_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_connections" ADD CONSTRAINT "smartlead_connections_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_connections" ADD CONSTRAINT "smartlead_connections_created_by_id_members_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_leads" ADD CONSTRAINT "smartlead_leads_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_leads" ADD CONSTRAINT "smartlead_leads_connection_id_smartlead_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."smartlead_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_leads" ADD CONSTRAINT "smartlead_leads_smartlead_campaign_id_smartlead_campaigns_id_fk" FOREIGN KEY ("smartlead_campaign_id") REFERENCES "public"."smartlead_campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_leads" ADD CONSTRAINT "smartlead_leads_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_leads" ADD CONSTRAINT "smartlead_leads_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_mailboxes" ADD CONSTRAINT "smartlead_mailboxes_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_mailboxes" ADD CONSTRAINT "smartlead_mailboxes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_mailboxes" ADD CONSTRAINT "smartlead_mailboxes_connection_id_smartlead_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."smartlead_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_messages" ADD CONSTRAINT "smartlead_messages_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_messages" ADD CONSTRAINT "smartlead_messages_connection_id_smartlead_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."smartlead_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_webhooks" ADD CONSTRAINT "smartlead_webhooks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "smartlead_webhooks" ADD CONSTRAINT "smartlead_webhooks_connection_id_smartlead_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."smartlead_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_notes" ADD CONSTRAINT "thread_notes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_notes" ADD CONSTRAINT "thread_notes_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_notes" ADD CONSTRAINT "thread_notes_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "smartlead_actions_thread" ON "smartlead_actions" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "smartlead_actions_open" ON "smartlead_actions" USING btree ("connection_id","created_at");--> statement-breakpoint
CREATE INDEX "smartlead_calls_key" ON "smartlead_calls" USING btree ("key_hash","at");--> statement-breakpoint
CREATE INDEX "smartlead_campaigns_connection" ON "smartlead_campaigns" USING btree ("connection_id");--> statement-breakpoint
CREATE INDEX "smartlead_connections_workspace" ON "smartlead_connections" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "smartlead_leads_thread" ON "smartlead_leads" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "smartlead_leads_lead" ON "smartlead_leads" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "smartlead_leads_sweep" ON "smartlead_leads" USING btree ("connection_id","swept_at");--> statement-breakpoint
CREATE INDEX "smartlead_messages_connection" ON "smartlead_messages" USING btree ("connection_id");--> statement-breakpoint
CREATE INDEX "thread_notes_thread" ON "thread_notes" USING btree ("thread_id","created_at");