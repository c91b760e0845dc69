CREATE TABLE "product_versions" (
	"workspace_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "product_versions_workspace_id_product_id_pk" PRIMARY KEY("workspace_id","product_id")
);
