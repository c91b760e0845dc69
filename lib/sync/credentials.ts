import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { AppError } from "@/lib/errors";

/**
 * Seals and opens what must not be read in the database: trackers' tokens and webhooks' addresses.
 * `place` binds what is sealed to one source or one product of one workspace.
 */
export type SecretBox = {
  seal(secret: string, place: SecretPlace): string;
  open(sealed: string, place: SecretPlace): string;
};

export type SecretPlace = { workspaceId: string } & ({ sourceId: string } | { productId: string });

/** Texts of 32 characters or more: what seals, and what was sealed with may still be opened by. */
export type SecretKeys = { present: string; previous: readonly string[] };

/** A box whose keys can be changed while it is used. */
export type TurnableBox = SecretBox & {
  /** What everything begins with that is sealed by the present key. */
  presentPrefix(): string;
  /** From now on seals with the present key of these; what it could open before it still can. */
  turnTo(keys: SecretKeys): void;
};

type Key = { id: string; bytes: Buffer };

/**
 * AES-256-GCM under a key derived from a secret text.
 * Format: `v1.<key id>.<nonce>.<tag>.<ciphertext>`, base64url. A sealed token moved to another
 * source or sealed with a key that is not among these is refused with `unavailable`.
 */
export function createSecretBox(present: string, previous: readonly string[] = []): TurnableBox {
  let sealing = keyOf(present);
  const known = new Map([sealing, ...previous.map(keyOf)].map((key) => [key.id, key]));
  return {
    seal: (secret, place) => sealWith(sealing, secret, place),
    open(sealed, place) {
      const key = known.get(sealed.split(".")[1] ?? "");
      if (key === undefined) throw unreadable();
      return openWith(key, sealed, place);
    },
    presentPrefix: () => `v1.${sealing.id}.`,
    turnTo(keys) {
      sealing = keyOf(keys.present);
      for (const key of [sealing, ...keys.previous.map(keyOf)]) known.set(key.id, key);
    },
  };
}

function keyOf(secretKey: string): Key {
  const bytes = createHash("sha256")
    .update("backlog-balance credentials\0")
    .update(secretKey)
    .digest();
  return { id: createHash("sha256").update(bytes).digest("base64url").slice(0, 8), bytes };
}

function sealWith(key: Key, secret: string, place: SecretPlace): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(boundTo(place));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  const parts = [nonce, cipher.getAuthTag(), text].map((part) => part.toString("base64url"));
  return ["v1", key.id, ...parts].join(".");
}

function openWith(key: Key, sealed: string, place: SecretPlace): string {
  const [version, , ...parts] = sealed.split(".");
  const [nonce, tag, text] = parts.map((part) => Buffer.from(part, "base64url"));
  if (version !== "v1" || !nonce || !tag || !text) throw unreadable();
  try {
    const decipher = createDecipheriv("aes-256-gcm", key.bytes, nonce, { authTagLength: 16 })
      .setAAD(boundTo(place))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw unreadable(cause);
  }
}

function boundTo(place: SecretPlace): Buffer {
  const what = "sourceId" in place ? place.sourceId : `product/${place.productId}`;
  return Buffer.from(`${place.workspaceId}/${what}`);
}

function unreadable(cause?: unknown): AppError {
  return new AppError(
    "unavailable",
    "The stored token cannot be read with the present SECRET_KEY. Restore the key, or connect the source again.",
    { cause },
  );
}
