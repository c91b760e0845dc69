/**
 * One page of a list that GitHub pages by number, as its answer.
 * @param {readonly unknown[]} rows
 * @param {URL} url the request, at the address the links shall have
 * @returns {import("./github-routes.mjs").Answer}
 */
export function numberedPage(rows, url) {
  const perPage = Math.min(Math.max(Number(url.searchParams.get("per_page") ?? 30) || 30, 1), 100);
  const page = Math.max(Number(url.searchParams.get("page") ?? 1) || 1, 1);
  const body = rows.slice((page - 1) * perPage, page * perPage);
  if (page * perPage >= rows.length) return { status: 200, body };
  const next = new URL(url);
  next.searchParams.set("page", `${page + 1}`);
  return { status: 200, body, headers: { link: `<${next.href}>; rel="next"` } };
}
