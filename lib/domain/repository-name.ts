/** A repository as a person names it. `apiUrl` is null for github.com itself. */
export type RepositoryPlace = { owner: string; name: string; apiUrl: string | null };
export type ParsedRepository = ({ ok: true } & RepositoryPlace) | { ok: false; message: string };

const whatToType =
  "Type the repository as owner/name, or paste its URL, such as https://github.com/owner/name.";

/**
 * Reads what a person typed or pasted: `owner/name`, a web, API or clone URL of github.com, of
 * SUBDOMAIN.ghe.com, or of a GitHub Enterprise Server. Says what to type where it is none of these.
 */
export function parseRepository(input: string): ParsedRepository {
  const text = input.trim();
  const scpLike = /^(?:[\w.-]+@)([\w.-]+):(?!\/)(.+)$/.exec(text);
  if (scpLike?.[1] && scpLike[2]) return fromUrl(`https://${scpLike[1]}/${scpLike[2]}`);
  if (/^(?:https?|ssh|git):\/\//i.test(text)) return fromUrl(text);
  if (text.includes("://")) return { ok: false, message: whatToType };
  const segments = text.split("/");
  if (segments.length > 2 && /\.|^localhost|:/.test(segments[0] ?? "")) {
    return fromUrl(`https://${text}`);
  }
  if (/^[^/\s]+\/[^/\s]+\/?$/.test(text)) return fromNames(segments[0], segments[1], null);
  return { ok: false, message: whatToType };
}

function fromUrl(text: string): ParsedRepository {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return { ok: false, message: whatToType };
  const host = url.hostname.toLowerCase().replace(/^www\./, "");
  if (otherForges.includes(host)) {
    return { ok: false, message: `${host} is not GitHub. ${whatToType}` };
  }
  const [first, second] = repositorySegments(url);
  return fromNames(first, second, apiUrlOf(url, host));
}

const otherForges = ["gitlab.com", "bitbucket.org", "codeberg.org", "gist.github.com"];

/** The path's owner and name, past the API's own prefixes. */
function repositorySegments(url: URL): string[] {
  const segments = url.pathname.split("/").filter((segment) => segment !== "");
  const rest = segments[0] === "api" && segments[1] === "v3" ? segments.slice(2) : segments;
  return rest[0] === "repos" && rest.length > 2 ? rest.slice(1) : rest;
}

function apiUrlOf(url: URL, host: string): string | null {
  if (["github.com", "api.github.com", "ssh.github.com"].includes(host)) return null;
  if (host.endsWith(".ghe.com")) return `https://api.${host.replace(/^api\./, "")}`;
  // ssh:// and git:// URLs carry the port of another protocol.
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb ? `${url.protocol}//${url.host}/api/v3` : `https://${url.hostname}/api/v3`;
}

/** Lenient where old accounts are (hyphens), with Enterprise's `name_company` let through. */
const ownerPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/;
const namePattern = /^[A-Za-z0-9._-]{1,100}$/;

function fromNames(
  owner: string | undefined,
  rawName: string | undefined,
  apiUrl: string | null,
): ParsedRepository {
  if (owner === undefined || rawName === undefined) return { ok: false, message: whatToType };
  const name = rawName.replace(/\.git$/i, "");
  if (!ownerPattern.test(owner)) {
    return {
      ok: false,
      message: `"${owner.slice(0, 60)}" cannot be an owner on GitHub. ${whatToType}`,
    };
  }
  if (!namePattern.test(name) || name === "." || name === "..") {
    return {
      ok: false,
      message: `"${name.slice(0, 120)}" cannot be a repository's name on GitHub. ${whatToType}`,
    };
  }
  return { ok: true, owner, name, apiUrl };
}
