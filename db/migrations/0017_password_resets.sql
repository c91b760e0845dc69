CREATE TABLE "identity"."password_resets" (
	"email" text PRIMARY KEY NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"asked_from" text NOT NULL,
	"attempts" integer NOT NULL,
	"due_at" timestamp (3) with time zone,
	"lease_owner" text,
	"lease_until" timestamp (3) with time zone,
	"secret_hash" text,
	"expires_at" timestamp (3) with time zone,
	CONSTRAINT "password_resets_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE INDEX "password_resets_due" ON "identity"."password_resets" USING btree ("due_at");