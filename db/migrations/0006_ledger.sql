CREATE TABLE "ledger" (
	"workspace_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"day" date NOT NULL,
	"product_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"opened" smallint NOT NULL,
	"done" smallint NOT NULL,
	"open" smallint NOT NULL,
	"category" text NOT NULL,
	"kind" text NOT NULL,
	"points" double precision,
	"assignee" text,
	"labels" jsonb NOT NULL,
	CONSTRAINT "ledger_workspace_id_item_id_day_pk" PRIMARY KEY("workspace_id","item_id","day")
);
--> statement-breakpoint
CREATE TABLE "rollups" (
	"workspace_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"dimension" text NOT NULL,
	"grain" text NOT NULL,
	"value" text NOT NULL,
	"start" date NOT NULL,
	"category" text NOT NULL,
	"kind" text NOT NULL,
	"opened" integer NOT NULL,
	"done" integer NOT NULL,
	"open" integer NOT NULL,
	"opened_points" numeric NOT NULL,
	"done_points" numeric NOT NULL,
	"open_points" numeric NOT NULL,
	"opened_unestimated" integer NOT NULL,
	"done_unestimated" integer NOT NULL,
	"open_unestimated" integer NOT NULL,
	CONSTRAINT "rollups_pk" PRIMARY KEY("workspace_id","product_id","dimension","grain","value","start","category","kind")
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "ledger_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollups" ADD CONSTRAINT "rollups_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_days" ON "ledger" USING btree ("workspace_id","product_id","day");--> statement-breakpoint
CREATE INDEX "ledger_sources" ON "ledger" USING btree ("workspace_id","source_id");