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
  const payload = await verified(idToken, createLocalJWKSet(keys), {
    ...{ issuer, audience: clientId, algorithms: [...algorithms, "EdDSA", "Ed25519"] },
    ...{ requiredClaims: ["sub", "exp", "iat"], clockTolerance: mostSecondsApart },
  });
  const isForUs = payload.azp === undefined || payload.azp === clientId;
  if (isForUs && payload.nonce === nonce) return payload;
  throw new ProviderFault("An id_token is not for this sign-in.");
}

async function verified(
  idToken: string,
  keys: ReturnType<typeof createLocalJWKSet>,
  how: Parameters<typeof jwtVerify>[2],
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(idToken, keys, how)).payload;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    throw new ProviderFault(`An id_token does not hold: ${error.code}.`, { cause: error });
  }
}
