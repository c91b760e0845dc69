import { expect, test } from "vitest";
import { UpstreamError, type UpstreamReason } from "@/lib/errors";
import { connectionFault } from "@/lib/services/connection-fault";
import { githubFieldAtFault } from "@/lib/services/github-place";
import { jiraFieldAtFault } from "@/lib/services/jira-place";

test("a failed check is told at its field, in the tracker's sentence", () => {
  const fault = connectionFault(new UpstreamError("not_found", "What to do."), "repository");
  expect(fault).toMatchObject({ code: "unprocessable", fields: { repository: "What to do." } });
});

const github: [UpstreamReason, boolean, string][] = [
  ["not_found", false, "repository"],
  ["unauthorized", false, "token"],
  ["forbidden", true, "token"],
  ["rate_limited", false, "token"],
  ["unreachable", false, "repository"],
  ["unreachable", true, "apiUrl"],
  ["host_not_allowed", true, "apiUrl"],
  ["malformed", true, "apiUrl"],
];

test.each(github)("GitHub: %s (own API address: %s) is said at %s", (reason, apiUrl, field) => {
  const given = { apiUrl, app: false };
  expect(githubFieldAtFault(new UpstreamError(reason, "What to do."), given)).toBe(field);
});

test("GitHub: what is wrong with a GitHub App's credentials is said at them", () => {
  const error = new UpstreamError("unauthorized", "What to do.");
  expect(githubFieldAtFault(error, { apiUrl: false, app: true })).toBe("app");
});

const jira: [UpstreamReason, number | undefined, boolean, string][] = [
  ["not_found", 404, false, "project"],
  ["unauthorized", 401, false, "token"],
  ["unauthorized", 401, true, "email"],
  ["forbidden", 403, true, "token"],
  ["rate_limited", 429, false, "token"],
  ["malformed", 400, false, "project"],
  ["malformed", undefined, false, "siteUrl"],
  ["unreachable", undefined, false, "siteUrl"],
  ["host_not_allowed", undefined, false, "siteUrl"],
];

test.each(jira)("Jira: %s (%s, lacks an e-mail address: %s) is said at %s", (...row) => {
  const [reason, status, needsEmail, field] = row;
  const error = new UpstreamError(reason, "What to do.", status === undefined ? {} : { status });
  expect(jiraFieldAtFault(error, { placeField: "project", needsEmail })).toBe(field);
});
