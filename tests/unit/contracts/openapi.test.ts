import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { openApiDocument } from "@/lib/contracts/openapi";
import { routes } from "@/lib/contracts/routes";

const contentSchema = z.record(z.string(), z.object({ schema: z.looseObject({}) }));

/** As OpenAPI 3.1 has it, of what this document uses; nothing else may stand in an operation. */
const operationSchema = z.strictObject({
  summary: z.string().min(1),
  security: z.array(z.record(z.enum(["session", "token"]), z.array(z.never()).optional())),
  parameters: z.array(
    z.strictObject({
      name: z.string().min(1),
      in: z.enum(["path", "query"]),
      required: z.boolean(),
      schema: z.looseObject({}),
    }),
  ),
  requestBody: z.strictObject({ required: z.boolean(), content: contentSchema }).optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content: contentSchema.optional() }),
  ),
});
const documentSchema = z.strictObject({
  openapi: z.literal("3.1.0"),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith("/api/"),
    z.partialRecord(z.enum(["get", "post", "put", "patch", "delete"]), operationSchema),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
  }),
});

const document = documentSchema.parse(JSON.parse(JSON.stringify(openApiDocument("1.2.3"))));
const operations = Object.entries(document.paths).flatMap(([path, calls]) =>
  Object.entries(calls).map(([method, call]) => ({ name: `${method} ${path}`, path, ...call })),
);

function operationOf(name: string) {
  const found = operations.find((operation) => operation.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

/**
 * Routes that are not part of the contract's list: the document itself, "there is no such", and what
 * signing in elsewhere needs.
 */
const apart = ["/api/openapi.json", "/api/[[...path]]", "/api/auth/[...all]"];

function builtRoutes(): string[] {
  const files = readdirSync("app/api", { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith("route.ts"))
    .flatMap((file) => {
      const path = `/api/${file.replaceAll("\\", "/").replace(/\/route\.ts$/, "")}`;
      if (apart.includes(path)) return [];
      const code = readFileSync(`app/api/${file}`, "utf8");
      const methods = [
        ...code.matchAll(/export (?:const|async function) (GET|POST|PUT|PATCH|DELETE)\b/g),
      ];
      return methods.map(([, method]) => `${method} ${path.replaceAll(/\[(\w+)\]/g, "{$1}")}`);
    });
}

test("the contract lists exactly the routes that exist", () => {
  const listed = routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(builtRoutes().sort()).toEqual(listed.sort());
});

test("the document describes every route with its parameters, body and answer", () => {
  const balance = operationOf("get /api/products/{productId}/balance");
  const names = balance.parameters.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["productId", "from", "to", "bucket", "measure"]));
  const answer = balance.responses["200"]?.content?.["application/json"]?.schema;
  expect(Object.keys(answer?.properties ?? {})).toEqual(
    expect.arrayContaining(["timeZone", "buckets", "totals", "targets", "drift"]),
  );
  const connect = operationOf("post /api/products/{productId}/sources");
  expect(JSON.stringify(connect.requestBody)).toContain("issues_and_pulls");
});

test("no two parameters or paths are the same, and those of a path are all told", () => {
  const shapes = Object.keys(document.paths).map((path) => path.replaceAll(/\{\w+\}/g, "{}"));
  expect(new Set(shapes).size).toBe(shapes.length);
  for (const { name, path, parameters } of operations) {
    const told = parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
    expect(new Set(told).size, name).toBe(told.length);
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
    const inPath = parameters.filter((parameter) => parameter.in === "path");
    expect(
      inPath.map((parameter) => parameter.name),
      name,
    ).toEqual(named);
    expect(
      inPath.every(({ required }) => required),
      name,
    ).toBe(true);
  }
});

test("every reference leads to a part of the document", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)];
  const parts = new Set(references.map(([, reference = ""]) => reference));
  expect(parts.size).toBeGreaterThan(1);
  const known = Object.keys(document.components.schemas).map(
    (name) => `#/components/schemas/${name}`,
  );
  expect([...parts].filter((part) => !known.includes(part))).toEqual([]);
  const needed = operations.flatMap(({ security }) => security.flatMap((one) => Object.keys(one)));
  expect(new Set(needed)).toEqual(new Set(Object.keys(document.components.securitySchemes)));
});

test("every format that a call takes is told as what it may answer", () => {
  const told = operations.flatMap(({ name, responses }) => {
    const types = Object.keys(responses["200"]?.content ?? {});
    return types.length > 1 ? [[name.replace("/products/{productId}", "/…"), types.join(" ")]] : [];
  });
  const csv = "application/json text/csv";
  expect(Object.fromEntries(told)).toEqual({
    "get /api/portfolio": csv,
    "get /api/…/balance": csv,
    "get /api/…/balance/split": csv,
    "get /api/…/flow": csv,
    "get /api/…/movers": csv,
    "get /api/…/forecast": csv,
    "get /api/…/items": `${csv} application/x-ndjson`,
    "get /api/log": `${csv} application/x-ndjson`,
    "get /api/meetings/{meetingId}": "application/json text/markdown text/csv",
    "get /api/…/digest": "application/json text/markdown",
    "get /api/digests/{digestId}": "application/json text/markdown",
  });
});

test("what has to be given is told as required, and nothing else", () => {
  const needed = operations.flatMap(({ name, parameters }) =>
    parameters
      .filter(({ required, ...parameter }) => required && parameter.in === "query")
      .map((parameter) => `${name.replace("/products/{productId}", "/…")} ${parameter.name}`),
  );
  expect(needed.sort()).toEqual([
    "get /api/…/balance/split by",
    "get /api/…/rules/comparison from",
    "get /api/…/rules/comparison to",
    "get /api/…/values field",
  ]);
  const free = operations.filter(({ requestBody }) => requestBody?.required === false);
  expect(free.map(({ name }) => name).sort()).toEqual([
    "post /api/products/sample",
    "post /api/sources/{sourceId}/sync",
  ]);
});

test("what a call needs with accounts is told: a session, or a token where one has the right", () => {
  const needs = (name: string) => operationOf(name).security;
  const [session, token] = [{ session: [] }, { token: [] }];
  expect(needs("get /api/products/{productId}/balance")).toEqual([session, token]);
  expect(needs("put /api/products/{productId}/rules")).toEqual([session, token]);
  expect(needs("delete /api/products/{productId}")).toEqual([session]);
  expect(needs("post /api/agreements/{agreementId}/answers")).toEqual([session]);
  expect(needs("get /api/me")).toEqual([session]);
  expect(needs("get /api/log")).toEqual([session]);
  const open = operations.filter(({ security }) => security.length === 0);
  expect(open.map(({ name }) => name).sort()).toEqual([
    "get /api/health",
    "get /api/ready",
    "get /api/shared/{secret}",
    "post /api/join",
    "post /api/password-resets",
    "post /api/password-resets/use",
    "post /api/sign-in",
    "post /api/sign-out",
    "post /api/webhooks/{sourceId}",
  ]);
});

test("every call tells of who is not known, too much asked and a database that is away", () => {
  for (const { name, responses } of operations) {
    const refusals = Object.keys(responses).filter((status) => status >= "400");
    const isBare = ["get /api/health", "get /api/ready"].includes(name);
    if (isBare) expect(refusals, name).toEqual(["503"]);
    else
      expect(refusals, name).toEqual(expect.arrayContaining(["401", "403", "429", "500", "503"]));
    for (const status of refusals) {
      expect(responses[status]?.content?.["application/json"]?.schema, name).toEqual({
        $ref: "#/components/schemas/Error",
      });
    }
  }
});
