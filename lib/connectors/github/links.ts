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

/**
 * Whether `link` goes on with an issue listing of this very API. Anything else must not be
 * requested: the token travels with every request.
 */
export function isIssueListing(link: string, apiUrl: string): boolean {
  if (!URL.canParse(link)) return false;
  const url = new URL(link);
  const api = new URL(apiUrl);
  const basePath = api.pathname.replace(/\/$/, "");
  const hasCredentials = url.username !== "" || url.password !== "";
  if (url.origin !== api.origin || hasCredentials || !url.pathname.startsWith(basePath)) {
    return false;
  }
  // GitHub links by the repository's number, which survives renaming.
  const path = url.pathname.slice(basePath.length);
  return /^\/(?:repos\/[\w.-]+\/[\w.-]+|repositories\/\d+)\/issues$/.test(path);
}

/** The next page's URL, checked; null on the last page. Throws `malformed` for a foreign link. */
export function nextListing(header: string | undefined, apiUrl: string): string | null {
  const next = readNextLink(header);
  if (next === null || isIssueListing(next, apiUrl)) return next;
  throw new UpstreamError(
    "malformed",
    `The answer points to a next page outside ${apiUrl}. It is not followed. ` +
      `If that server stands behind another address, connect it under that address.`,
  );
}

/**
 * The page before a page-numbered one; null for a first page and for cursor links. Deleting a record
 * moves the later ones up, so a page number can step over one, where a cursor does not.
 */
export function pageBefore(link: string): string | null {
  const url = new URL(link);
  const page = Number(url.searchParams.get("page"));
  if (url.searchParams.has("after") || !Number.isInteger(page) || page < 2) return null;
  url.searchParams.set("page", String(page - 1));
  return url.href;
}
