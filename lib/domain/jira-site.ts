export type ParsedJiraSite = { ok: true; siteUrl: string } | { ok: false; message: string };

const whatToType =
  "Give the site's address, such as https://acme.atlassian.net or https://jira.example.com.";

/** Where Jira's own pages begin: what a person pastes often ends in one of them. */
const pagePath =
  /\/(?:browse|secure|projects|issues|rest|login\.jsp|jira\/(?:software|core|servicedesk|your-work|for-you))(?:\/|$).*$/;

/**
 * Reads the address of a Jira site as a person typed or pasted it: the site itself or one of its
 * pages. `siteUrl` keeps a Data Center's context path and comes back without a closing slash.
 */
export function parseJiraSite(input: string): ParsedJiraSite {
  const text = input.trim();
  const url = readUrl(text);
  if (url === null) return { ok: false, message: whatToType };
  if (url.username !== "" || url.password !== "") {
    return { ok: false, message: "Leave user name and password out of the site's address." };
  }
  if (isJiraCloud(url.origin)) return { ok: true, siteUrl: url.origin };
  const path = url.pathname.replace(pagePath, "").replace(/\/+$/, "");
  return { ok: true, siteUrl: `${url.origin}${path}` };
}

/** Whether the address alone says Jira Cloud; a custom domain does not. */
export function isJiraCloud(siteUrl: string): boolean {
  return /\.(?:atlassian\.net|jira\.com)$/.test(new URL(siteUrl).hostname);
}

function readUrl(text: string): URL | null {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === "" || !URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && /[.:]|^localhost$/.test(url.host) ? url : null;
}
