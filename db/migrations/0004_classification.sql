CREATE TABLE "disputes" (
	"workspace_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by" text,
	CONSTRAINT "disputes_workspace_id_item_id_id_pk" PRIMARY KEY("workspace_id","item_id","id")
);
--> statement-breakpoint
CREATE TABLE "item_parents" (
	"workspace_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"parent_id" uuid NOT NULL,
	CONSTRAINT "item_parents_workspace_id_item_id_pk" PRIMARY KEY("workspace_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "override_batch_items" (
	"workspace_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"previous" jsonb,
	CONSTRAINT "override_batch_items_workspace_id_batch_id_item_id_pk" PRIMARY KEY("workspace_id","batch_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "override_batches" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "override_batches_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "reclassifications" (
	"workspace_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rules_version" integer NOT NULL,
	"classifier_version" text NOT NULL,
	"after" uuid NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"changed" integer NOT NULL,
	"actor" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "reclassifications_workspace_id_product_id_pk" PRIMARY KEY("workspace_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "rule_sets" (
	"workspace_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"note" text,
	"restored_from" integer,
	"actor" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rule_sets_workspace_id_product_id_version_pk" PRIMARY KEY("workspace_id","product_id","version")
);
--> statement-breakpoint
CREATE TABLE "staged_classifications" (
	"workspace_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"category" text,
	"kind" text,
	"because" text,
	"confidence" double precision,
	"evidence" jsonb NOT NULL,
	"suggestion" jsonb,
	CONSTRAINT "staged_classifications_workspace_id_item_id_pk" PRIMARY KEY("workspace_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "classifications" ALTER COLUMN "category" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "classifications" ALTER COLUMN "because" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "classifications" ALTER COLUMN "confidence" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "classification_changes" ADD COLUMN "from_kind" text;--> statement-breakpoint
ALTER TABLE "classification_changes" ADD COLUMN "confidence" double precision;--> statement-breakpoint
ALTER TABLE "classification_changes" ADD COLUMN "initial" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "classifications" ADD COLUMN "suggestion" jsonb;--> statement-breakpoint
ALTER TABLE "overrides" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "rules_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_workspace_id_item_id_work_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."work_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_parents" ADD CONSTRAINT "item_parents_workspace_id_item_id_work_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."work_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_parents" ADD CONSTRAINT "item_parents_workspace_id_parent_id_work_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."work_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "override_batch_items" ADD CONSTRAINT "override_batch_items_workspace_id_batch_id_override_batches_workspace_id_id_fk" FOREIGN KEY ("workspace_id","batch_id") REFERENCES "public"."override_batches"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "override_batch_items" ADD CONSTRAINT "override_batch_items_workspace_id_item_id_work_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."work_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "override_batches" ADD CONSTRAINT "override_batches_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reclassifications" ADD CONSTRAINT "reclassifications_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staged_classifications" ADD CONSTRAINT "staged_classifications_workspace_id_item_id_work_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."work_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_one_open" ON "disputes" USING btree ("workspace_id","item_id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "item_parents_children" ON "item_parents" USING btree ("workspace_id","parent_id");--> statement-breakpoint
CREATE INDEX "staged_classifications_product" ON "staged_classifications" USING btree ("workspace_id","product_id");--> statement-breakpoint
CREATE INDEX "work_items_key" ON "work_items" USING btree ("workspace_id","product_id","key");--> statement-breakpoint
CREATE INDEX "work_items_parent_key" ON "work_items" USING btree ("workspace_id","product_id","parent_key") WHERE parent_key is not null;
--> statement-breakpoint
UPDATE "classification_changes" c SET "initial" = true WHERE c."from_category" IS NULL AND c."actor" IS NULL AND NOT EXISTS (SELECT FROM "classification_changes" b WHERE b."workspace_id" = c."workspace_id" AND b."item_id" = c."item_id" AND b."at" < c."at");
