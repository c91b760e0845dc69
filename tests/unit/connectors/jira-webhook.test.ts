import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyJiraWebhook } from "@/lib/connectors/jira/webhook";

const secret = "a secret that only tests know";
const issue = { id: "10001", key: "PAY-1", fields: { project: { key: "PAY" } } };
const payload = JSON.stringify({ webhookEvent: "jira:issue_updated", timestamp: 1, issue });

function signed(text: string, by = secret) {
  return `sha256=${createHmac("sha256", by).update(text).digest("hex")}`;
}

function verify(text = payload, headers: Record<string, string> = {}, by = secret) {
  return verifyJiraWebhook(by, {
    headers: new Headers({ "x-hub-signature": signed(text), ...headers }),
    body: new TextEncoder().encode(text),
  });
}

describe("a webhook of Jira", () => {
  it("signed with the secret tells its event and project, and the delivery where it has an id", () => {
    const told = { ok: true, event: "jira:issue_updated", place: "PAY", isAboutItems: true };
    expect(verify()).toEqual({ ...told, deliveryId: null });
    const headers = { "x-atlassian-webhook-identifier": "one" };
    expect(verify(payload, headers)).toEqual({ ...told, deliveryId: "one" });
  });

  it("about a comment or a sprint wakes no sync", () => {
    for (const webhookEvent of ["comment_created", "sprint_started", "worklog_created"]) {
      expect(verify(JSON.stringify({ webhookEvent }))).toMatchObject({
        ok: true,
        place: null,
        isAboutItems: false,
      });
    }
  });

  it.each([
    ["another secret", { "x-hub-signature": signed(payload, "another") }],
    ["another body", { "x-hub-signature": signed(`${payload} `) }],
    ["SHA-1", { "x-hub-signature": "sha1=aa" }],
    ["GitHub's header only", { "x-hub-signature": "", "x-hub-signature-256": signed(payload) }],
  ])("with %s is refused", (_what, headers) => {
    expect(verify(payload, headers).ok).toBe(false);
  });

  it("is refused while no secret is set, however it is signed", () => {
    expect(verify(payload, { "x-hub-signature": signed(payload, "") }, "").ok).toBe(false);
  });

  it("never throws, whatever the signed body is", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void verify(text)));
  });
});
