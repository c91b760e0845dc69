import { z } from "zod";
import { type Format, formats, mediaTypes } from "./formats";
import { type Json, jsonSchema } from "./json-schema";
import { securityOf } from "./openapi-security";
import type { RouteContract } from "./routes/route-contract";

/** Who asks is not known, may not, asks too much; or it fails, or the database is away or too slow. */
const everyRefuses = [401, 403, 429, 500, 503];

/** One call as OpenAPI describes it. */
export function operation(route: RouteContract): Json {
  const { path, query, body, refuses, isBare } = route;
  const refusals = [...refuses, ...(isBare ? [] : everyRefuses)];
  return {
    summary: route.summary,
    security: securityOf(route),
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body && {
      requestBody: {
        required: isRequired(body),
        content: { [mediaTypes.json]: { schema: jsonSchema(body, "input") } },
      },
    }),
    responses: {
      [route.status]: { description: "Done", ...answered(route) },
      ...Object.fromEntries(refusals.map((status) => [status, refusal])),
    },
  };
}

const refusal = {
  description: "Refused, with what is wrong",
  content: { [mediaTypes.json]: { schema: { $ref: "#/components/schemas/Error" } } },
};

function answered({ query, answer }: RouteContract): Json {
  if (!answer) return {};
  const content = formatsOf(query).map((format) => {
    const schema = format === "json" ? jsonSchema(answer, "output") : { type: "string" };
    return [mediaTypes[format], { schema }];
  });
  return { content: Object.fromEntries(content) };
}

/** As what a call may be answered: what its parameter `format` takes. Throws where one is not known. */
function formatsOf(query: z.ZodObject | undefined): Format[] {
  const format = query?.shape.format;
  return format ? z.array(z.enum(formats)).parse(jsonSchema(format, "input").enum) : ["json"];
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
    required: isRequired(schema),
    schema: jsonSchema(schema, "input"),
  }));
}

/** Whether nothing in its place is refused. */
function isRequired(schema: z.core.$ZodType): boolean {
  return !z.safeParse(schema, undefined).success;
}
