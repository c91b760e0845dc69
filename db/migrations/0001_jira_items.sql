ALTER TABLE "work_items" ADD COLUMN "status" text;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "priority" text;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "components" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "sprint" text;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "is_container" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "is_subtask" boolean DEFAULT false NOT NULL;