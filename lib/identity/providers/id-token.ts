import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { askProvider, ProviderFault } from "./ask-provider";

const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });
/** Signed with a key that only the provider has: none that a client's secret would do for. */
const algorithms = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
];
const mostSecondsApart = 60;

type Given = {
  fetch: typeof globalThis.fetch;
  jwks_uri: string;
  issuer: string;
  clientId: string;
  /** What this sign-in was begun with. */
  nonce: string;
  idToken: string;
};

/** The claims of a token that the provider signed, for us, for this very sign-in. Errors: `ProviderFault`. */
export async function readIdToken(given: Given): Promise<JWTPayload> {
  const { fetch, jwks_uri, issuer, clientId, nonce, idToken } = given;
  const keys = await askProvider(fetch, { url: jwks_uri }, keysSchema);
  const payload = await verified(idToken, keys, {
    ...{ issuer, audience: clientId, algorithms: [...algorithms, "EdDSA", "Ed25519"] },
    ...{ requiredClaims: ["sub", "exp", "iat"], clockTolerance: mostSecondsApart },
  });
  const isForUs = payload.azp === undefined || payload.azp === clientId;
  if (isForUs && payload.nonce === nonce) return payload;
  throw new ProviderFault("An id_token is not for this sign-in.");
}

/** Nothing but the provider's keys and its token go in: whatever fails here is the provider's fault. */
async function verified(
  idToken: string,
  keys: z.output<typeof keysSchema>,
  how: Parameters<typeof jwtVerify>[2],
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(idToken, createLocalJWKSet(keys), how)).payload;
  } catch (error) {
    throw new ProviderFault(`An id_token does not hold: ${nameOf(error)}.`, { cause: error });
  }
}

/** A key that cannot be read throws what the platform throws, and no error of the library's. */
function nameOf(error: unknown): string {
  if (error instanceof errors.JOSEError) return error.code;
  return error instanceof Error ? error.name : "unknown";
}
