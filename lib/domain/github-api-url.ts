export type ParsedApiUrl = { ok: true; apiUrl: string | null } | { ok: false; message: string };

const whatToType =
  "Give the API's address, such as https://github.example.com/api/v3, or leave it empty for github.com.";

/**
 * Reads the API address of a GitHub Enterprise Server as a person typed it. `apiUrl` comes back
 * without a closing slash; null is github.com itself.
 */
export function parseGithubApiUrl(input: string): ParsedApiUrl {
  const text = input.trim();
  if (text === "") return { ok: true, apiUrl: null };
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !["https:", "http:"].includes(url.protocol)) {
    return { ok: false, message: whatToType };
  }
  if (url.username !== "" || url.password !== "") {
    return { ok: false, message: "Leave user name and password out of the API's address." };
  }
  if (url.search !== "" || url.hash !== "") return { ok: false, message: whatToType };
  if (["api.github.com", "github.com", "www.github.com"].includes(url.hostname)) {
    return { ok: true, apiUrl: null };
  }
  return { ok: true, apiUrl: `${url.origin}${url.pathname.replace(/\/+$/, "")}` };
}
