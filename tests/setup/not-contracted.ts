import { errorSchema } from "@/lib/contracts/common";
import { routes } from "@/lib/contracts/routes";
import { findRoute } from "@/lib/rights/find-route";

const contracts = new Map(
  routes.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route]),
);

export type Answered = { method: string; path: string; status: number; body: unknown };

/**
 * What of an answer in JSON the contract does not say: fields of another shape, and fields beside those
 * that it names, as `path: what`. Nothing of routes that are in no contract.
 */
export function notContracted({ method, path, status, body }: Answered): string[] {
  const { pathname } = new URL(path, "http://balance.test");
  const contract = contracts.get(findRoute(method, pathname)?.name ?? "");
  const schema = status < 400 ? contract?.answer : contract && errorSchema;
  if (!schema) return [];
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  }
  return [...besides(body, parsed.data, [])];
}

/** Schemas leave out what they do not name. */
function* besides(given: unknown, known: unknown, path: string[]): Generator<string> {
  if (typeof given !== "object" || given === null) return;
  const named = new Map(Object.entries(typeof known === "object" && known !== null ? known : {}));
  for (const [name, value] of Object.entries(given)) {
    const place = [...path, name];
    if (named.has(name)) yield* besides(value, named.get(name), place);
    else yield `${place.join(".")}: named by no contract`;
  }
}
