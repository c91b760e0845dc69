CREATE INDEX "disputes_settled_at" ON "disputes" USING btree ("workspace_id","settled_at");--> statement-breakpoint
CREATE INDEX "overrides_at" ON "overrides" USING btree ("workspace_id","at");