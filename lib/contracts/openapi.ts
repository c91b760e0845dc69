import { z } from "zod";
import { errorSchema } from "./common";
import { routes } from "./routes";
import type { RouteContract } from "./routes/route-contract";

type Json = Record<string, unknown>;

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
    components: { schemas: { Error: jsonSchema(errorSchema, "output") } },
  });
}

/** Schemas that contain themselves come with definitions of their own: a document has one place. */
function withSharedSchemas(document: Json & { components: { schemas: Json } }): Json {
  const { schemas } = document.components;
  const shared: unknown = JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    if (key === "$ref" && typeof value === "string") return value.replace("#/$defs/", refPrefix);
    if (typeof value !== "object" || value === null || !("$defs" in value)) return value;
    const { $defs, ...rest } = value;
    Object.assign(schemas, $defs);
    return rest;
  });
  return { ...(shared as Json), components: { schemas } };
}

const refPrefix = "#/components/schemas/";

function operation(route: RouteContract): Json {
  return {
    summary: route.summary,
    parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
    ...(route.body && {
      requestBody: { content: content(jsonSchema(route.body, "input")) },
    }),
    responses: {
      [route.status]: {
        description: "Done",
        ...(route.answer && { content: content(jsonSchema(route.answer, "output")) }),
      },
      ...Object.fromEntries([...route.refuses, 403, 500].map((status) => [status, refusal])),
    },
  };
}

const refusal = {
  description: "Refused, with what is wrong",
  content: content({ $ref: "#/components/schemas/Error" }),
};

function content(schema: Json): Json {
  return { "application/json": { schema } };
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: parameterSchema(name),
  }));
}

function parameterSchema(name: string | undefined): Json {
  if (name === "version") return { type: "integer" };
  const isText = ["personId", "sessionId", "secret"].includes(name ?? "");
  return isText ? { type: "string" } : { type: "string", format: "uuid" };
}

function queryParameters(query: z.ZodObject | undefined): Json[] {
  if (!query) return [];
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema: jsonSchema(schema, "input"),
  }));
}

function jsonSchema(schema: z.core.$ZodType, io: "input" | "output"): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
