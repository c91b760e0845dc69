import { expect, test } from "vitest";
import { UpstreamError, type UpstreamReason } from "@/lib/errors";
import { connectionFault } from "@/lib/services/connection-fault";

const cases: [UpstreamReason, boolean, string][] = [
  ["not_found", false, "repository"],
  ["unauthorized", false, "token"],
  ["forbidden", true, "token"],
  ["rate_limited", false, "token"],
  ["unreachable", false, "repository"],
  ["unreachable", true, "apiUrl"],
  ["host_not_allowed", true, "apiUrl"],
  ["malformed", true, "apiUrl"],
];

test.each(cases)("%s (own API address: %s) is said at the field %s", (reason, apiUrl, field) => {
  const fault = connectionFault(new UpstreamError(reason, "What to do."), { apiUrl });
  expect(fault).toMatchObject({ code: "unprocessable", fields: { [field]: "What to do." } });
});
