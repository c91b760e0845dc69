import { UpstreamError } from "@/lib/errors";

/** The `rel="next"` target of a Link header (RFC 8288), or null on the last page. */
export function readNextLink(header: string | undefined): string | null {
  for (const link of (header ?? "").matchAll(/<([^<>]*)>([^<>]*)/g)) {
    const [, target, parameters] = link;
    if (/;\s*rel\s*=\s*"?(?:[^";,]*\s)?next(?:\s|"|,|;|$)/i.test(parameters ?? ""))
      return target ?? null;
  }
  return null;
}

/** GitHub links by the repository's number, which survives renaming. */
const repositoryPath = "/(?:repos/[\\w.-]+/[\\w.-]+|repositories/\\d+)";
const listingPath = new RegExp(`^${repositoryPath}/issues$`);
const timelinePath = new RegExp(`^${repositoryPath}/issues/\\d+/timeline$`);

/**
 * Whether `link` goes on with an issue listing of this very API. Anything else must not be
 * requested: the token travels with every request.
 */
export function isIssueListing(link: string, apiUrl: string): boolean {
  return isOfApi(link, apiUrl, listingPath);
}

function isOfApi(link: string, apiUrl: string, path: RegExp): boolean {
  if (!URL.canParse(link)) return false;
  const url = new URL(link);
  const api = new URL(apiUrl);
  const basePath = api.pathname.replace(/\/$/, "");
  const hasCredentials = url.username !== "" || url.password !== "";
  if (url.origin !== api.origin || hasCredentials || !url.pathname.startsWith(basePath)) {
    return false;
  }
  return path.test(url.pathname.slice(basePath.length));
}

/** The next page's URL, checked; null on the last page. Throws `malformed` for a foreign link. */
export function nextListing(header: string | undefined, apiUrl: string): string | null {
  return nextOf(header, apiUrl, listingPath);
}

/** The same for one issue's timeline. */
export function nextTimeline(header: string | undefined, apiUrl: string): string | null {
  return nextOf(header, apiUrl, timelinePath);
}

function nextOf(header: string | undefined, apiUrl: string, path: RegExp): string | null {
  const next = readNextLink(header);
  if (next === null || isOfApi(next, apiUrl, path)) return next;
  throw new UpstreamError(
    "malformed",
    `The answer points to a next page outside ${apiUrl}. It is not followed. ` +
      `If that server stands behind another address, connect it under that address.`,
  );
}

/** Where GraphQL is asked: beside the REST API's root, which an Enterprise server has at /api/v3. */
export function graphqlUrl(apiUrl: string): string {
  return `${apiUrl.replace(/\/v3$/, "")}/graphql`;
}

/** The number of a page that is asked for by number, from 2; null for a first page or a cursor. */
export function pageNumber(link: string): number | null {
  const { searchParams } = new URL(link);
  const page = Number(searchParams.get("page"));
  return searchParams.has("after") || !Number.isInteger(page) || page < 2 ? null : page;
}

/** The same address with other query parameters; null takes one away. */
export function withQuery(link: string, changes: Record<string, string | null>): string {
  const url = new URL(link);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.href;
}
