/**
 * @typedef {import("./types.ts").StandInIssue} StandInIssue
 * @typedef {{ issues: StandInIssue[], links: Record<string, string> }} Listing
 */

const sortKeys = {
  /** @param {StandInIssue} issue */
  created: (issue) => Date.parse(issue.created_at),
  /** @param {StandInIssue} issue */
  updated: (issue) => Date.parse(issue.updated_at),
  /** @param {StandInIssue} issue */
  comments: (issue) => issue.comments ?? 0,
};

/** GitHub answers 422 past this many rows of page-numbered paging. */
const mostRowsByPage = 10_000;

/**
 * One page of `GET /repos/{owner}/{repo}/issues`, or null where GitHub would answer 422.
 * @param {StandInIssue[]} all
 * @param {URL} url the request, at the address the links shall have
 * @param {{ linkStyle: "cursor" | "page", pageLimit: number }} style
 * @returns {Listing | null}
 */
export function listIssues(all, url, { linkStyle, pageLimit }) {
  const query = url.searchParams;
  const perPage = Math.min(Math.max(Number(query.get("per_page") ?? 30) || 30, 1), pageLimit);
  const page = Math.max(Number(query.get("page") ?? 1) || 1, 1);
  const rows = sorted(all.filter(matches(query)), query);
  const after = query.get("after");
  const start = after === null ? (page - 1) * perPage : startAfter(rows, query, after);
  if (start === null || (after === null && start + perPage > mostRowsByPage)) return null;
  const issues = rows.slice(start, start + perPage);
  const hasNext = start + perPage < rows.length;
  const links =
    linkStyle === "page"
      ? pageLinks(url, page, Math.ceil(rows.length / perPage))
      : cursorLinks(url, hasNext ? issues.at(-1) : undefined, page);
  return { issues, links };
}

/** @param {URLSearchParams} query */
function matches(query) {
  const state = query.get("state") ?? "open";
  const since = query.get("since");
  const sinceMs = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since);
  /** @param {StandInIssue} issue */
  return (issue) =>
    (state === "all" || issue.state === state) && Date.parse(issue.updated_at) >= sinceMs;
}

/**
 * The row's place as numbers that compare: its sort key, then its id.
 * @param {URLSearchParams} query
 * @returns {(issue: StandInIssue) => [number, number]}
 */
function placeBy(query) {
  const sort = query.get("sort");
  const key = sortKeys[sort === "updated" || sort === "comments" ? sort : "created"];
  const sign = query.get("direction") === "asc" ? 1 : -1;
  return (issue) => [sign * key(issue), sign * issue.number];
}

/** @param {StandInIssue[]} issues @param {URLSearchParams} query */
function sorted(issues, query) {
  const place = placeBy(query);
  return issues
    .map((issue) => ({ issue, place: place(issue) }))
    .sort((one, other) => one.place[0] - other.place[0] || one.place[1] - other.place[1])
    .map(({ issue }) => issue);
}

/**
 * Where the row after the cursor stands now; null for a cursor that is not ours.
 * @param {StandInIssue[]} rows
 * @param {URLSearchParams} query
 * @param {string} cursor
 */
function startAfter(rows, query, cursor) {
  const match = /^cursor:v2:(-?\d+):(-?\d+)$/.exec(Buffer.from(cursor, "base64").toString());
  if (match === null) return null;
  const [key, number] = [Number(match[1]), Number(match[2])];
  const place = placeBy(query);
  const index = rows.findIndex((issue) => {
    const [rowKey, rowNumber] = place(issue);
    return rowKey > key || (rowKey === key && rowNumber > number);
  });
  return index === -1 ? rows.length : index;
}

/**
 * @param {URL} url
 * @param {StandInIssue | undefined} last the page's last row, where another page follows
 * @param {number} page
 * @returns {Record<string, string>}
 */
function cursorLinks(url, last, page) {
  if (last === undefined) return {};
  const cursor = `cursor:v2:${placeBy(url.searchParams)(last).join(":")}`;
  return { next: linked(url, { after: Buffer.from(cursor).toString("base64"), page: page + 1 }) };
}

/**
 * @param {URL} url
 * @param {number} page
 * @param {number} lastPage
 * @returns {Record<string, string>}
 */
function pageLinks(url, page, lastPage) {
  /** @type {Record<string, string>} */
  const links = {};
  if (page > 1) {
    links.prev = linked(url, { page: page - 1 });
    links.first = linked(url, { page: 1 });
  }
  if (page < lastPage) {
    links.next = linked(url, { page: page + 1 });
    links.last = linked(url, { page: lastPage });
  }
  return links;
}

/** @param {URL} url @param {Record<string, string | number>} changes */
function linked(url, changes) {
  const target = new URL(url);
  for (const [name, value] of Object.entries(changes)) target.searchParams.set(name, `${value}`);
  return target.href;
}
