import { routeRights } from "./route-rights";
import type { Who } from "./who";

export type FoundRoute = { name: string; who: Who; parameters: Record<string, string> };

type Pattern = { name: string; who: Who; method: string; parts: readonly string[] };

/** Fixed parts come before parameters, so that `/api/sources/check` is no source. */
const patterns: readonly Pattern[] = Object.entries(routeRights)
  .map(([name, who]) => {
    const [method = "", path = ""] = name.split(" ");
    return { name, who, method, parts: path.split("/").slice(1) };
  })
  .sort((a, b) => countParameters(a) - countParameters(b));

function countParameters({ parts }: Pattern): number {
  return parts.filter(isParameter).length;
}

function isParameter(part: string): boolean {
  return part.startsWith("{");
}

/** The row of the table for a request; null where there is none, which nobody may take. */
export function findRoute(method: string, pathname: string): FoundRoute | null {
  const asked = method === "HEAD" ? "GET" : method;
  const given = pathname.split("/").slice(1).map(decoded);
  for (const pattern of patterns) {
    if (pattern.method !== asked) continue;
    const parameters = matched(pattern.parts, given);
    if (parameters) return { name: pattern.name, who: pattern.who, parameters };
  }
  return null;
}

/** The methods that a path has, sorted, with those that Next adds; null where there is no such path. */
export function methodsOf(pathname: string): string[] | null {
  const given = pathname.split("/").slice(1).map(decoded);
  const found = patterns.find(({ parts }) => matched(parts, given) !== null);
  if (!found) return null;
  const path = found.parts.join("/");
  const own = patterns.filter(({ parts }) => parts.join("/") === path).map(({ method }) => method);
  return [...own, "OPTIONS", ...(own.includes("GET") ? ["HEAD"] : [])].sort();
}

/** `{all}` stands for the rest of a path, every other parameter for one part that is not empty. */
function matched(
  parts: readonly string[],
  given: readonly (string | null)[],
): Record<string, string> | null {
  const takesRest = parts.at(-1) === "{all}";
  if (takesRest ? given.length < parts.length : given.length !== parts.length) return null;
  const parameters: Record<string, string> = {};
  for (const [place, part] of parts.entries()) {
    const value = given[place];
    if (value === undefined || value === null || value === "") return null;
    if (isParameter(part)) parameters[part.slice(1, -1)] = value;
    else if (part !== value) return null;
  }
  return parameters;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
