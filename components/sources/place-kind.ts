import { readJiraAddress } from "@/lib/domain/jira-address";
import { isJiraCloud } from "@/lib/domain/jira-site";
import { parseRepository } from "@/lib/domain/repository-name";

export type PlaceKind = "github" | "jira";

/** `other`: the kind that the text may mean as well; null where there is no doubt. */
export type PlaceReading = { kind: PlaceKind; other: PlaceKind | null };

/**
 * Which tracker a text names. Everything that is no web address is read as a repository; of other
 * people's hosts, what looks like a page of Jira's or cannot be a repository is read as Jira.
 */
export function readPlaceKind(text: string): PlaceReading {
  const url = webAddressOf(text);
  if (url === null || isForge(url.hostname)) return { kind: "github", other: null };
  if (isAtlassian(url) || isJiraPage(url)) return { kind: "jira", other: null };
  const mayBeRepository = parseRepository(url.href).ok;
  if (isNamedLikeJira(url)) return { kind: "jira", other: mayBeRepository ? "github" : null };
  return mayBeRepository ? { kind: "github", other: "jira" } : { kind: "jira", other: null };
}

/** The text as a web address, with or without its scheme; null for `owner/name` and clone addresses. */
export function webAddressOf(text: string): URL | null {
  const typed = text.trim();
  const hasScheme = /^https?:\/\//i.test(typed);
  if (!hasScheme && !/^(?:[\w-]+(?:\.[\w-]+)+|localhost)(?::\d+)?(?:[/?#]|$)/i.test(typed)) {
    return null;
  }
  const address = hasScheme ? typed : `https://${typed}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  // While it is being typed, `https://git` is not yet anybody's host.
  return url !== null && /[.:]|^localhost$/.test(url.host) ? url : null;
}

/** Hosts that are GitHub, that are named like one, or that the repository's reader refuses by name. */
function isForge(hostname: string): boolean {
  return (
    /(?:^|[.-])(?:github|ghe|git|gitlab)(?:[.-]|$)/.test(hostname) ||
    ["bitbucket.org", "codeberg.org"].includes(hostname.replace(/^www\./, ""))
  );
}

function isAtlassian({ origin, host, pathname }: URL): boolean {
  return isJiraCloud(origin) || (host === "api.atlassian.com" && pathname.startsWith("/ex/jira/"));
}

function isJiraPage(url: URL): boolean {
  const { project, jql } = readJiraAddress(url);
  return project !== null || jql !== null || /\.jspa?$/.test(url.pathname);
}

function isNamedLikeJira({ hostname, pathname }: URL): boolean {
  return /(?:^|[.-])jira(?:[.-]|$)/.test(hostname) || /^\/jira(?:\/|$)/.test(pathname);
}
