CREATE INDEX "ledger_assignees" ON "ledger" USING btree ("workspace_id","product_id","assignee","day");--> statement-breakpoint
CREATE INDEX "ledger_labels" ON "ledger" USING gin ("labels");