CREATE TABLE "item_sprints" (
	"workspace_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"sprint_id" text NOT NULL,
	"source_id" uuid NOT NULL,
	"name" text NOT NULL,
	"board" text,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "item_sprints_workspace_id_item_id_sprint_id_pk" PRIMARY KEY("workspace_id","item_id","sprint_id")
);
--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "effort_days" numeric;--> statement-breakpoint
ALTER TABLE "rollups" ADD COLUMN "done_effort_days" numeric DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "rollups" ADD COLUMN "done_unmeasured" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "effort_days" numeric;--> statement-breakpoint
ALTER TABLE "item_sprints" ADD CONSTRAINT "item_sprints_workspace_id_item_id_work_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."work_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "item_sprints_told" ON "item_sprints" USING btree ("workspace_id","source_id","sprint_id","completed_at" DESC NULLS LAST,"starts_at" DESC NULLS LAST,"told_at" DESC NULLS LAST);