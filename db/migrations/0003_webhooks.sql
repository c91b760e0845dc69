CREATE TABLE "webhook_deliveries" (
	"workspace_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "webhook_deliveries_workspace_id_source_id_mark_pk" PRIMARY KEY("workspace_id","source_id","mark")
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"workspace_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_delivery_at" timestamp (3) with time zone,
	CONSTRAINT "webhooks_workspace_id_source_id_pk" PRIMARY KEY("workspace_id","source_id")
);
--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "count_subtasks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "reread_after" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "woken_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_workspace_id_source_id_webhooks_workspace_id_source_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."webhooks"("workspace_id","source_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_workspace_id_source_id_sources_workspace_id_id_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."sources"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_age" ON "webhook_deliveries" USING btree ("workspace_id","source_id","received_at");--> statement-breakpoint
CREATE INDEX "webhooks_source" ON "webhooks" USING btree ("source_id");