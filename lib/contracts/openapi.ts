import { errorSchema } from "./common";
import { type Json, jsonSchema } from "./json-schema";
import { operation } from "./openapi-operation";
import { securitySchemes } from "./openapi-security";
import { routes } from "./routes";

type Document = Json & { components: Json & { schemas: Json } };

/** The contract as an OpenAPI 3.1 document, made of the schemas that the routes parse with. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  }
  return withSharedSchemas({
    openapi: "3.1.0",
    info: {
      title: "Backlog Balance",
      version,
      description:
        "Days are YYYY-MM-DD in the product's time zone; ranges and buckets include their last day.",
    },
    paths,
    components: { schemas: { Error: jsonSchema(errorSchema, "output") }, securitySchemes },
  });
}

/** Schemas that contain themselves come with definitions of their own: a document has one place. */
function withSharedSchemas(document: Document): Json {
  const { schemas } = document.components;
  const shared: Document = JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    if (key === "$ref" && typeof value === "string") return value.replace("#/$defs/", refPrefix);
    if (typeof value !== "object" || value === null || !("$defs" in value)) return value;
    const { $defs, ...rest } = value;
    Object.assign(schemas, $defs);
    return rest;
  });
  return { ...shared, components: { ...shared.components, schemas } };
}

const refPrefix = "#/components/schemas/";
