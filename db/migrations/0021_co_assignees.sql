ALTER TABLE "ledger" ADD COLUMN "co_assignees" jsonb;--> statement-breakpoint
CREATE INDEX "ledger_co_assignees" ON "ledger" USING gin ("co_assignees") WHERE "ledger"."co_assignees" is not null;