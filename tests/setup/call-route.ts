import { expect } from "vitest";
import { findRoute } from "@/lib/rights/find-route";
import { notContracted } from "./not-contracted";

type Parameters = Record<string, string | string[]>;

type Handler = (
  request: Request,
  context: { params: Promise<Parameters | undefined> },
) => Promise<Response>;

const files = import.meta.glob<Record<string, Handler>>("/app/api/**/route.ts");

export type Sent = {
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
};

/**
 * Takes a route as Next does: by its file, with the parameters that its address names, or none at
 * all where it names none.
 */
export async function callRoute(
  method: string,
  path: string,
  { headers = {}, body }: Sent = {},
): Promise<Response> {
  const url = new URL(path, "http://balance.test");
  const { file, parameters } = fileOf(method, url.pathname);
  const handler = (await files[file]?.())?.[method];
  if (!handler) throw new Error(`There is no ${method} ${path}.`);
  const request = new Request(url, {
    method,
    headers: { host: "balance.test", "x-balance-address": "192.0.2.1", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const named = Object.keys(parameters).length > 0 ? parameters : undefined;
  const answer = await handler(request, { params: Promise.resolve(named) });
  await expectContracted(method, path, answer.clone());
  return answer;
}

async function expectContracted(method: string, path: string, answer: Response) {
  if (!answer.headers.get("content-type")?.startsWith("application/json")) return;
  const { status } = answer;
  const body: unknown = await answer.json();
  expect(notContracted({ method, path, status, body }), `${method} ${path}`).toEqual([]);
}

function fileOf(method: string, pathname: string) {
  const route = findRoute(method, pathname);
  if (!route) {
    const rest = pathname.split("/").slice(2);
    return { file: "/app/api/[[...path]]/route.ts", parameters: { path: rest } };
  }
  const [, template = ""] = route.name.split(" ");
  const folder = template.replace("{all}", "[...all]").replaceAll(/\{(\w+)\}/g, "[$1]");
  const all = pathname.split("/").slice(3);
  const parameters = template.endsWith("{all}") ? { all } : route.parameters;
  return { file: `/app${folder}/route.ts`, parameters };
}
