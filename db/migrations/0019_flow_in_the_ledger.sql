ALTER TABLE "ledger" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "is_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "lead_days" double precision;--> statement-breakpoint
CREATE INDEX "ledger_stock" ON "ledger" USING btree ("workspace_id","product_id","category","opened_at","item_id") WHERE "ledger"."is_open";