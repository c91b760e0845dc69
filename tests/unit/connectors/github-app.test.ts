import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { GithubAppCredential } from "@/lib/connectors/github/app-credential";
import { connect, never, plainRepository, recordsOf, startStandIn } from "./connector-harness";

const pair = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
const { publicKey, privateKey } = pair();
const app: GithubAppCredential = { appId: "12", installationId: "34", privateKey };

async function open(change: Partial<GithubAppCredential> = {}) {
  let nowMs = Date.parse("2026-01-01T12:00:00Z");
  const now = () => new Date(nowMs);
  const hidden = { ...plainRepository(250), isPrivate: true };
  const apps = [{ appId: "12", installationId: "34", publicKey }];
  const standIn = await startStandIn({ repositories: [hidden], apps, now });
  const { connector } = connect(standIn, { app: { ...app, ...change }, now });
  const proofs = () => standIn.requests.filter(({ url }) => url.startsWith("/app/"));
  const pass = (minutes: number) => {
    nowMs += minutes * 60_000;
  };
  return { standIn, connector, proofs, pass };
}

describe("a GitHub App's installation", () => {
  it("reads what it covers with one token, which nothing but the API sees", async () => {
    const { standIn, connector, proofs } = await open();
    await connector.check(never);
    expect(await recordsOf(connector)).toHaveLength(250);
    expect(proofs()).toHaveLength(1);
    expect(proofs()[0]).toMatchObject({ method: "POST", status: 201 });
    const sent = new Set(standIn.requests.map(({ authorization }) => authorization));
    expect([...sent].filter((header) => header?.startsWith("token ghs_"))).toHaveLength(1);
    expect(JSON.stringify(standIn.requests)).not.toContain("PRIVATE KEY");
  });

  it("gets a new token before the old one ends", async () => {
    const { connector, proofs, pass } = await open();
    const walk = connector.collect({ since: null, checkpoint: null, signal: never });
    let records = 0;
    for await (const page of walk) {
      records += page.records.length;
      pass(56);
    }
    expect([records, proofs().length]).toEqual([250, 3]);
  });

  it("gets a new token where the old one was taken back during the walk", async () => {
    const { standIn, connector, proofs } = await open();
    const walk = connector.collect({ since: null, checkpoint: null, signal: never });
    let records = 0;
    for await (const page of walk) {
      if (records === 0) standIn.revokeAppTokens();
      records += page.records.length;
    }
    expect([records, proofs().length]).toEqual([250, 2]);
  });

  it("that is refused for good ends the walk, asking for one new token only", async () => {
    const { standIn, connector, proofs } = await open();
    standIn.setFault({ kind: "unauthorized", on: "issues" });
    const failure = recordsOf(connector);
    await expect(failure).rejects.toMatchObject({
      reason: "unauthorized",
      message: expect.stringContaining("GitHub App"),
    });
    expect(proofs()).toHaveLength(2);
  });

  it.each([
    ["with another key", { privateKey: pair().privateKey }, /id and private key/],
    ["with another id", { appId: "13" }, /id and private key/],
    ["that is not there", { installationId: "35" }, /no such installation/],
    ["with a key that is none", { privateKey: "not a key" }, /whole \.pem file/],
  ])("%s is refused in a sentence without the key", async (_what, change, message) => {
    const { connector } = await open(change);
    const failure = await connector.check(never).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      reason: "unauthorized",
      message: expect.stringMatching(message),
    });
    expect(JSON.stringify(failure)).not.toContain("BEGIN");
  });

  it("waits for nothing and stops at once when aborted", async () => {
    const { standIn, connector } = await open();
    standIn.setFault({ kind: "slow", on: "app" });
    const stop = new AbortController();
    const checking = connector.check(stop.signal);
    setTimeout(() => stop.abort(new Error("stopped by the test")), 50);
    await expect(checking).rejects.toThrow("stopped by the test");
  });
});
