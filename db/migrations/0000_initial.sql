CREATE TABLE "classification_changes" (
	"workspace_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"from_category" text,
	"to_category" text,
	"to_kind" text,
	"because" text,
	"evidence" jsonb NOT NULL,
	"actor" text,
	CONSTRAINT "classification_changes_workspace_id_item_id_id_pk" PRIMARY KEY("workspace_id","item_id","id")
);
--> statement-breakpoint
CREATE TABLE "classifications" (
	"workspace_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"category" text NOT NULL,
	"kind" text,
	"because" text NOT NULL,
	"confidence" double precision NOT NULL,
	"evidence" jsonb NOT NULL,
	CONSTRAINT "classifications_workspace_id_item_id_pk" PRIMARY KEY("workspace_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "item_events" (
	"workspace_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"detail" text,
	CONSTRAINT "item_events_workspace_id_item_id_at_type_pk" PRIMARY KEY("workspace_id","item_id","at","type")
);
--> statement-breakpoint
CREATE TABLE "overrides" (
	"workspace_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"category" text NOT NULL,
	"kind" text,
	"reason" text,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "overrides_workspace_id_item_id_pk" PRIMARY KEY("workspace_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"week_start" text NOT NULL,
	"sample" boolean NOT NULL,
	"classifier_version" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "products_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "raw_records" (
	"workspace_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"payload" text NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"seen_by_walk" uuid,
	CONSTRAINT "raw_records_workspace_id_source_id_external_id_pk" PRIMARY KEY("workspace_id","source_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "refused_records" (
	"workspace_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"reason" text NOT NULL,
	"refused_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refused_records_workspace_id_source_id_external_id_pk" PRIMARY KEY("workspace_id","source_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "source_walks" (
	"workspace_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"mode" text NOT NULL,
	"since" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone NOT NULL,
	"checkpoint" text,
	"fetched" integer NOT NULL,
	"total" integer,
	CONSTRAINT "source_walks_workspace_id_source_id_pk" PRIMARY KEY("workspace_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"identity" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"api_url" text,
	"count" text NOT NULL,
	"settings" jsonb NOT NULL,
	"credential" text,
	"watermark" timestamp (3) with time zone,
	"last_success_at" timestamp (3) with time zone,
	"next_run_at" timestamp (3) with time zone,
	"failures_in_a_row" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sources_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"fetched" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"removed" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"error" text,
	"lease_owner" text NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sync_runs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "work_items" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"key" text NOT NULL,
	"number" integer,
	"url" text NOT NULL,
	"title" text NOT NULL,
	"body" text,
	"state" text NOT NULL,
	"resolution" text,
	"original_resolution" text,
	"type" text,
	"labels" jsonb NOT NULL,
	"milestone" text,
	"author" text,
	"assignee" text,
	"assignees" jsonb NOT NULL,
	"parent_key" text,
	"points" double precision,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "work_items_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "classification_changes" ADD CONSTRAINT "classification_changes_workspace_id_item_id_work_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."work_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classifications" ADD CONSTRAINT "classifications_workspace_id_item_id_work_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."work_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_events" ADD CONSTRAINT "item_events_workspace_id_item_id_work_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."work_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_workspace_id_item_id_work_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."work_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raw_records" ADD CONSTRAINT "raw_records_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_records" ADD CONSTRAINT "refused_records_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_walks" ADD CONSTRAINT "source_walks_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sources_identity" ON "sources" USING btree ("workspace_id","product_id","kind","identity");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_running" ON "sync_runs" USING btree ("workspace_id","source_id") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "sync_runs_latest" ON "sync_runs" USING btree ("workspace_id","source_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "work_items_external" ON "work_items" USING btree ("workspace_id","source_id","external_id");--> statement-breakpoint
CREATE INDEX "work_items_created" ON "work_items" USING btree ("workspace_id","product_id","created_at","id");--> statement-breakpoint
CREATE INDEX "work_items_closed" ON "work_items" USING btree ("workspace_id","product_id","closed_at");