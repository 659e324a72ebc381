CREATE TABLE "category_examples" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"category_id" uuid,
	"words" text[] NOT NULL,
	"set_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "category_examples_message" UNIQUE("workspace_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "lead_addresses" (
	"workspace_id" uuid NOT NULL,
	"address" "citext" NOT NULL,
	"lead_id" uuid NOT NULL,
	"added_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lead_addresses_workspace_id_address_pk" PRIMARY KEY("workspace_id","address")
);
--> statement-breakpoint
CREATE TABLE "message_places" (
	"folder_id" uuid NOT NULL,
	"uid" bigint NOT NULL,
	"message_id" uuid NOT NULL,
	"is_seen" boolean DEFAULT false NOT NULL,
	CONSTRAINT "message_places_folder_id_uid_pk" PRIMARY KEY("folder_id","uid")
);
--> statement-breakpoint
ALTER TABLE "mailbox_folders" ADD COLUMN "highest_modseq" text;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "sign_in" text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "oauth_tokens" text;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "oauth_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "window_days" integer[];--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "window_start" text;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "window_end" text;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "daily_cap" integer;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "minimum_gap" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "sent_folder" text;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "sent_copies" text DEFAULT 'auto' NOT NULL;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "follows_seen" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "warm_up" jsonb DEFAULT '{"headers":[],"tags":[],"senders":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "return_date" date;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "category_kind" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "category_because" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "writer" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "is_junk" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "invitation" jsonb;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "category_source" text;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "category_because" text;--> statement-breakpoint
ALTER TABLE "category_examples" ADD CONSTRAINT "category_examples_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_examples" ADD CONSTRAINT "category_examples_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_examples" ADD CONSTRAINT "category_examples_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_examples" ADD CONSTRAINT "category_examples_set_by_id_members_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_addresses" ADD CONSTRAINT "lead_addresses_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_addresses" ADD CONSTRAINT "lead_addresses_lead_id_leads_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_addresses" ADD CONSTRAINT "lead_addresses_added_by_id_members_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_places" ADD CONSTRAINT "message_places_folder_id_mailbox_folders_id_fk" FOREIGN KEY ("folder_id") REFERENCES "public"."mailbox_folders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_places" ADD CONSTRAINT "message_places_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "category_examples_newest" ON "category_examples" USING btree ("workspace_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "lead_addresses_lead" ON "lead_addresses" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "message_places_message" ON "message_places" USING btree ("message_id");