import { createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { verifyGithubWebhook } from "@/lib/connectors/github/webhook";

const secret = "a secret that only tests know";
const payload = JSON.stringify({ action: "closed", repository: { full_name: "acme/shop" } });

function signed(text: string, by = secret) {
  return `sha256=${createHmac("sha256", by).update(text).digest("hex")}`;
}

function verify(change: { text?: string; secret?: string; headers?: Record<string, string> } = {}) {
  const { text = payload, headers = {} } = change;
  return verifyGithubWebhook(change.secret ?? secret, {
    headers: new Headers({
      "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
      "x-github-event": "issues",
      "x-hub-signature-256": signed(text),
      "content-type": "application/json",
      ...headers,
    }),
    body: new TextEncoder().encode(text),
  });
}

describe("a webhook of GitHub", () => {
  it("signed with the secret tells its delivery, event and repository", () => {
    expect(verify()).toEqual({
      ok: true,
      deliveryId: "72d3162e-cc78-11e3-81ab-4c9367dc0958",
      event: "issues",
      place: "acme/shop",
      isAboutItems: true,
    });
  });

  it("signs as GitHub's own example says", () => {
    const headers = {
      "x-hub-signature-256":
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
    };
    const text = "Hello, World!";
    const answer = verify({ text, secret: "It's a Secret to Everybody", headers });
    // The signature is right; the body is no event.
    expect(answer).toEqual({ ok: false, why: "it is not one of GitHub's" });
  });

  it("may send its JSON in a form", () => {
    const text = new URLSearchParams({ payload }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect(verify({ text, headers })).toMatchObject({ ok: true, place: "acme/shop" });
  });

  it("about nothing that a sync reads wakes none", () => {
    const headers = { "x-github-event": "ping" };
    const text = JSON.stringify({ zen: "Keep it logically awesome." });
    expect(verify({ text, headers })).toMatchObject({ place: null, isAboutItems: false });
  });

  it.each([
    ["another secret", { "x-hub-signature-256": signed(payload, "another") }],
    ["another body", { "x-hub-signature-256": signed(`${payload} `) }],
    ["SHA-1, as of old", { "x-hub-signature-256": "", "x-hub-signature": "sha1=aa" }],
    ["a cut signature", { "x-hub-signature-256": signed(payload).slice(0, -2) }],
    ["a signature without its name", { "x-hub-signature-256": signed(payload).slice(7) }],
    ["no delivery", { "x-github-delivery": "" }],
    ["an event that is none", { "x-github-event": "issues; drop" }],
  ])("with %s is refused", (_what, headers) => {
    expect(verify({ headers }).ok).toBe(false);
  });

  it("is refused while no secret is set, however it is signed", () => {
    const headers = { "x-hub-signature-256": signed(payload, "") };
    expect(verify({ secret: "", headers }).ok).toBe(false);
  });

  it("never throws, whatever the signed body is", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void verify({ text })));
  });
});

const file = "../shared/recorded/vendor/octokit-webhooks/index.json.gz";
const recordedSchema = z.array(z.object({ name: z.string(), examples: z.array(z.unknown()) }));

describe.skipIf(!existsSync(file))("recorded webhooks (skipped where ../shared is absent)", () => {
  it("of every kind are understood, each with its repository where it has one", () => {
    const kinds = recordedSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString()));
    for (const { name, examples } of kinds) {
      for (const example of examples) {
        const headers = { "x-github-event": name };
        const { repository } = z
          .object({ repository: z.object({ full_name: z.string() }).nullish() })
          .parse(example);
        const answer = verify({ text: JSON.stringify(example), headers });
        expect(answer).toMatchObject({ ok: true, place: repository?.full_name ?? null });
      }
    }
  });
});
