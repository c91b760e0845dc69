CREATE TABLE "agreement_steps" (
	"workspace_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"act" text NOT NULL,
	"side" text NOT NULL,
	"speaker" text NOT NULL,
	"local" boolean NOT NULL,
	"version" integer NOT NULL,
	"shares" jsonb NOT NULL,
	"tolerance" double precision NOT NULL,
	"reason" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreement_steps_workspace_id_agreement_id_number_pk" PRIMARY KEY("workspace_id","agreement_id","number")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"team_id" uuid,
	"team_name" text,
	"starts_on" date,
	"ends_on" date,
	"measure" text NOT NULL,
	"unit" text NOT NULL,
	"review_on" date,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"side" text NOT NULL,
	"shares" jsonb NOT NULL,
	"tolerance" double precision NOT NULL,
	"in_force_at" timestamp (3) with time zone,
	"superseded_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreements_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "stages" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"goals" text NOT NULL,
	"suggestion" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stages_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "agreement_steps" ADD CONSTRAINT "agreement_steps_agreement_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_workspace_id_stage_id_stages_workspace_id_id_fk" FOREIGN KEY ("workspace_id","stage_id") REFERENCES "public"."stages"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_workspace_id_product_id_products_workspace_id_id_fk" FOREIGN KEY ("workspace_id","product_id") REFERENCES "public"."products"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreements_product" ON "agreements" USING btree ("workspace_id","product_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_in_force" ON "agreements" USING btree ("workspace_id","stage_id",coalesce("team_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "agreements"."state" = 'in_force' and "agreements"."starts_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_proposed" ON "agreements" USING btree ("workspace_id","stage_id",coalesce("team_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "agreements"."state" = 'proposed' and "agreements"."starts_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "exceptions_proposed" ON "agreements" USING btree ("workspace_id","stage_id",coalesce("team_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "agreements"."state" = 'proposed' and "agreements"."starts_on" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "stages_start" ON "stages" USING btree ("workspace_id","product_id","starts_on");