import { expect, test } from "vitest";
import {
  createKnownSecrets,
  scrubbedDestination,
  watchedBox,
  watchedConnections,
} from "@/app/_server/known-secrets";
import { createLog } from "@/app/_server/log";
import { createSecretBox } from "@/lib/sync/credentials";

const place = { workspaceId: "w1", sourceId: "s1" };

function world() {
  const known = createKnownSecrets();
  const lines: string[] = [];
  const destination = scrubbedDestination(known, { write: (line) => void lines.push(line) });
  const box = watchedBox(createSecretBox("a secret key of more than 32 characters"), known);
  return { known, box, log: createLog("trace", destination), text: () => lines.join("") };
}

test("what was sealed or opened is in no line of the log, in whatever field or form it comes", () => {
  const { box, log, text } = world();
  const secret = 'canary "token" with\nspaces/and+signs';
  box.seal(secret, place);
  log.info({ anything: { deep: [secret] }, said: `Basic ${btoa(secret)}` }, `said ${secret}`);
  log.error({ err: new Error(`GET https://x.example/?t=${encodeURIComponent(secret)}`) }, "failed");
  log.info(`x=${secret}`);
  expect(text()).not.toContain("canary");
  expect(text()).not.toContain(btoa(secret).slice(0, 24));
  expect(text()).toContain("[redacted]");
});

test("a token that is only checked is known before it is sent", async () => {
  const { known, log, text } = world();
  const connections = watchedConnections(
    {
      check: async (spec) => {
        log.info(spec, "sending");
        throw new Error("no");
      },
      open: () => {
        throw new Error("not asked");
      },
    },
    known,
  );
  const key = `-----BEGIN RSA PRIVATE KEY-----\n${"Q2FuYXJ5".repeat(8)}\n-----END RSA PRIVATE KEY-----`;
  const spec = {
    ...{ kind: "github" as const, repository: { owner: "a", name: "b" }, apiUrl: null },
    ...{ token: "canary-token", app: { appId: "1", installationId: "2", privateKey: key } },
    count: "issues" as const,
  };
  await expect(connections.check(spec, new AbortController().signal)).rejects.toThrow("no");
  expect(text()).toContain("sending");
  expect(text()).not.toMatch(/canary-token|Q2FuYXJ5/);
});

test("ordinary words stay: what is shorter than a password is left alone", () => {
  const { known } = world();
  known.add("source");
  known.add(null);
  expect(known.scrub("the source failed")).toBe("the source failed");
});
