import { createHash, randomBytes } from "node:crypto";

/**
 * A secret that is given out once and kept as a hash: 24 random bytes, behind the workspace that it
 * is for, so that it is looked for there and nowhere else.
 */
export function makeSecret(
  prefix: "invite" | "token" | "link",
  workspaceId: string,
): { text: string; secretHash: string } {
  const workspace = Buffer.from(workspaceId.replaceAll("-", ""), "hex");
  const body = Buffer.concat([workspace, randomBytes(24)]).toString("base64url");
  const text = `${prefix}_${body}`;
  return { text, secretHash: hashOf(text) };
}

/** One for a link to a new password: it is a person's, and no workspace's. */
export function makeResetSecret(): { text: string; secretHash: string } {
  const text = `reset_${randomBytes(24).toString("base64url")}`;
  return { text, secretHash: hashOf(text) };
}

/** Where to look for it; null where the text is no such secret. */
export function readSecret(
  prefix: "invite" | "token" | "link",
  text: string,
): { workspaceId: string; secretHash: string } | null {
  if (!text.startsWith(`${prefix}_`)) return null;
  const bytes = Buffer.from(text.slice(prefix.length + 1), "base64url");
  if (bytes.length !== 40) return null;
  const hex = bytes.subarray(0, 16).toString("hex");
  const workspaceId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { workspaceId, secretHash: hashOf(text) };
}

/** Enough for what is random: nothing of it can be guessed, so nothing need be slow. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
