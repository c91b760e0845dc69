import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";

const claimsSchema = z.object({ iss: z.string(), iat: z.number(), exp: z.number() });
const lifetimeMs = 3_600_000;

/**
 * Hands out installation tokens to a GitHub App that proves itself, each good for an hour.
 * @param {import("./types.ts").StandInApp[]} apps
 * @param {() => Date} now
 */
export function createAppTokens(apps, now) {
  /** @type {Map<string, Date>} */
  const handedOut = new Map();
  return {
    /** Whether it was handed out and is still good. @param {string} token */
    isGood: (token) => (handedOut.get(token) ?? new Date(0)) > now(),
    /** As when an administrator takes them back. */
    revokeAll: () => handedOut.clear(),
    /**
     * @param {string} installationId
     * @param {string | null} authorization
     * @returns {import("./github-routes.mjs").Answer}
     */
    answer: (installationId, authorization) => {
      const proof = /^bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "";
      const app = apps.find((candidate) => isProofOf(candidate, proof, now()));
      if (app === undefined) {
        return { status: 401, body: { message: "A JSON web token could not be decoded" } };
      }
      if (app.installationId !== installationId)
        return { status: 404, body: { message: "Not Found" } };
      const token = `ghs_${handedOut.size + 1}`;
      const end = new Date(now().getTime() + lifetimeMs);
      handedOut.set(token, end);
      const expires_at = end.toISOString().replace(/\.\d+Z$/, "Z");
      return { status: 201, body: { token, expires_at, repository_selection: "all" } };
    },
  };
}

/** @param {import("./types.ts").StandInApp} app @param {string} proof @param {Date} now */
function isProofOf(app, proof, now) {
  const [head = "", claims = "", signature = ""] = proof.split(".");
  const key = createPublicKey(app.publicKey);
  const signed = Buffer.from(`${head}.${claims}`);
  if (!verify("RSA-SHA256", signed, key, Buffer.from(signature, "base64url"))) return false;
  const parsed = claimsSchema.safeParse(JSON.parse(Buffer.from(claims, "base64url").toString()));
  if (!parsed.success) return false;
  const { iss, iat, exp } = parsed.data;
  const seconds = now.getTime() / 1000;
  return iss === app.appId && iat <= seconds && exp > seconds && exp - iat <= 600;
}
