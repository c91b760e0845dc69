DROP INDEX "sync_runs_one_running";--> statement-breakpoint
ALTER TABLE "sync_runs" ALTER COLUMN "lease_owner" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_runs" ALTER COLUMN "lease_until" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "raw_records" ADD COLUMN "gone_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "source_walks" ADD COLUMN "walked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "source_walks" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "source_walks" ADD COLUMN "restarts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "reconciled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "mapping" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "deriving_mapping" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "derived_through" text;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "paused_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "job_sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "fruitless_claims" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "claimed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "fetched_at_claim" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_live" ON "sync_runs" USING btree ("workspace_id","source_id") WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "sync_runs_live" ON "sync_runs" USING btree ("state","lease_until") WHERE finished_at is null;--> statement-breakpoint
UPDATE "raw_records" r SET "gone_at" = w."removed_at" FROM "work_items" w WHERE w."workspace_id" = r."workspace_id" AND w."source_id" = r."source_id" AND w."external_id" = r."external_id" AND w."removed_at" IS NOT NULL;
