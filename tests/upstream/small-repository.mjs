/**
 * @typedef {import("./types.ts").StandInRepository} StandInRepository
 * @typedef {import("./types.ts").StandInIssue} StandInIssue
 * @typedef {import("./types.ts").IssuePatch} IssuePatch
 * @typedef {[title: string, labels: StandInIssue["labels"], more?: IssuePatch]} Row
 */

const owner = "acme";
const name = "checkout";

const notPlanned = { state_reason: "not_planned" };
const pull = { pull_request: { merged_at: null } };
const merged = { pull_request: { merged_at: "2025-05-04T03:02:01Z" } };

/**
 * Odd on purpose: what the vendor's description allows and trackers are seen to send.
 * @type {Row[]}
 */
const rows = [
  ["Pay by bank transfer", [{ name: "feature" }]],
  ["Checkout fails when the cart holds 100 items", [{ name: "bug" }]],
  ["Bump the HTTP client to 4.2", [{ name: "dependencies" }], pull],
  ["Show delivery dates in the cart", [{ name: "type: feature request" }]],
  ["refactor: split the price calculator", ["kind/refactor"]],
  ["Rewrite the tax module on the rules engine", [{ name: "Rewrite" }]],
  ["Remove the old coupon tables", [{ name: "tech debt" }]],
  ["How do I change my invoice address?", [{ name: "question" }], notPlanned],
  ["Rounding is wrong for three-decimal currencies", [{ name: "🐛 bug" }]],
  ["docs: describe the webhook retries", []],
  ["Untriaged idea about gift cards", []],
  ["Fix flaky checkout tests", [{ name: "flaky test" }], merged],
  ["<img src=x onerror=alert(1)>", [{ name: "<b>bug</b>" }]],
  ["=cmd|' /C calc'!A0", [{ name: "+SUM(1;2)" }]],
  ['@import "javascript:alert(1)"', [{ name: "bug" }]],
  ["Save the cart between visits", [{ name: "enhancement" }], { user: null }],
  ["Duplicate of the rounding bug", [{ name: "duplicate" }], { state_reason: "duplicate" }],
  ["feat(cart): gift wrapping", [{ name: "" }]],
  ["مشكلة في الدفع \u202Egnp.exe", [{ name: "خطأ" }]],
  ["A title with \u0000 NUL and a lone \uD800 surrogate", [{ name: "bug" }]],
  [
    "Upgrade to the payment API of 2025",
    [{ name: "migration" }],
    { milestone: { title: "Spring" } },
  ],
  ["Slow search on large catalogues", [{ name: "performance" }]],
  ["Apple Pay", [{ name: "Feature" }], { type: { name: "Feature" } }],
  ["Crash on an empty cart", [], { type: { name: "Bug" } }],
  ["Say no to faxed orders", [{ name: "wontfix" }], notPlanned],
  ["chore: tidy the build scripts", [{ name: "build" }], pull],
  [`A very long title ${"that goes on and ".repeat(12)}ends`, [{ name: "enhancement" }]],
  ["Security: tokens in the access log", [{ name: "security" }], { assignee: { login: "ada" } }],
  ["Guest checkout", [{ name: "feature" }], { assignees: [{ login: "ada" }, { login: "grace" }] }],
  ["Clean up feature flags of 2023", [{ name: "cleanup" }]],
  ["Deprecate the v1 order export", [{ name: "deprecation" }]],
  ["Vouchers expire a day early", [{ name: "bug" }], { body: null }],
  ["Pay later", [{ name: "feature" }, { name: "epic" }]],
  ["Update the terms page", [{ name: "documentation" }]],
  ["Port the mailer to the new queue", [{ name: "refactoring" }]],
  ["Order history does not load", [{ name: "bug" }, { name: "regression" }]],
  ["Discuss: one page or three steps?", [{ name: "discussion" }]],
  ["Multi-currency baskets", [{ name: "new feature" }]],
  ["ci: cache the browser", [], merged],
  ["Totals differ between cart and invoice", [{ name: "bug" }], { comments: 12 }],
];

const dayMs = 86_400_000;

/**
 * Forty records over about a year, six of ten closed, ending some weeks before `until`.
 * @param {Date} [until]
 * @returns {StandInRepository}
 */
export function smallRepository(until = new Date()) {
  const firstMs = until.getTime() - 380 * dayMs;
  return { owner, name, issues: rows.map((row, index) => toIssue(row, index, firstMs)) };
}

/** @param {Row} row @param {number} index @param {number} firstMs @returns {StandInIssue} */
function toIssue([title, labels, more = {}], index, firstMs) {
  const number = index + 1;
  const createdMs = firstMs + index * 9 * dayMs;
  const isClosed = "state_reason" in more || number % 5 < 3;
  const closedAt = isClosed ? instantText(createdMs + (3 + (index % 7) * 2) * dayMs) : null;
  const path = `${owner}/${name}/${"pull_request" in more ? "pull" : "issues"}/${number}`;
  return {
    url: `https://api.github.com/repos/${owner}/${name}/issues/${number}`,
    repository_url: `https://api.github.com/repos/${owner}/${name}`,
    html_url: `https://github.com/${path}`,
    id: 9_000_000 + number,
    number,
    title,
    body: `Written for **tests**.\n\n<script>alert(${number})</script>`,
    user: { login: ["ada", "grace", "edsger"][index % 3], id: 1 + (index % 3), type: "User" },
    labels,
    state: isClosed ? "closed" : "open",
    state_reason: isClosed ? "completed" : null,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: index % 4,
    created_at: instantText(createdMs),
    updated_at: closedAt ?? instantText(createdMs),
    closed_at: closedAt,
    ...more,
  };
}

/** @param {number} ms */
function instantText(ms) {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
