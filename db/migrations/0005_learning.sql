CREATE TABLE "corrections" (
	"workspace_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"category" text,
	"title" text NOT NULL,
	"body" text,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "corrections_workspace_id_item_id_version_pk" PRIMARY KEY("workspace_id","item_id","version")
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "corrections_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "learnt_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reclassifications" ADD COLUMN "learnt_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reclassifications" ADD COLUMN "learns" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_workspace_id_item_id_work_items_workspace_id_id_fk" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."work_items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_product" ON "corrections" USING btree ("workspace_id","product_id","version");
--> statement-breakpoint
INSERT INTO "corrections" ("workspace_id", "item_id", "product_id", "version", "category", "title", "body", "at", "recorded_at") SELECT o."workspace_id", o."item_id", w."product_id", 1, o."category", w."title", left(w."body", 16384), o."at", o."at" FROM "overrides" o JOIN "work_items" w ON w."workspace_id" = o."workspace_id" AND w."id" = o."item_id" WHERE o."category" <> 'excluded';--> statement-breakpoint
UPDATE "products" p SET "corrections_version" = 1 WHERE EXISTS (SELECT FROM "corrections" c WHERE c."workspace_id" = p."workspace_id" AND c."product_id" = p."id");
