import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openApiDocument } from "@/lib/contracts/openapi";
import { routes } from "@/lib/contracts/routes";

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
  const document = JSON.parse(JSON.stringify(openApiDocument("1.2.3")));
  expect(document.openapi).toBe("3.1.0");
  const balance = document.paths["/api/products/{productId}/balance"].get;
  const names = balance.parameters.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(["productId", "from", "to", "bucket", "measure"]));
  const answer = balance.responses["200"].content["application/json"].schema;
  expect(Object.keys(answer.properties)).toEqual(
    expect.arrayContaining(["timeZone", "buckets", "totals", "targets", "drift"]),
  );
  const connect = document.paths["/api/products/{productId}/sources"].post;
  expect(JSON.stringify(connect.requestBody)).toContain("issues_and_pulls");
});
