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

/**
 * AES-256-GCM under a key derived from `secretKey` (any text of 32 characters or more).
 * Format: `v1.<key id>.<nonce>.<tag>.<ciphertext>`, base64url. A sealed token moved to another
 * source or opened with another key is refused with `unavailable`.
 */
export function createSecretBox(secretKey: string): SecretBox {
  const key = createHash("sha256")
    .update("backlog-balance credentials\0")
    .update(secretKey)
    .digest();
  const keyId = createHash("sha256").update(key).digest("base64url").slice(0, 8);
  return {
    seal(secret, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(boundTo(place));
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      const parts = [nonce, cipher.getAuthTag(), text].map((part) => part.toString("base64url"));
      return ["v1", keyId, ...parts].join(".");
    },
    open(sealed, place) {
      const [version, id, ...parts] = sealed.split(".");
      const [nonce, tag, text] = parts.map((part) => Buffer.from(part, "base64url"));
      if (version !== "v1" || id !== keyId || !nonce || !tag || !text) throw unreadable();
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: 16 })
          .setAAD(boundTo(place))
          .setAuthTag(tag);
        return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw unreadable(cause);
      }
    },
  };
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
