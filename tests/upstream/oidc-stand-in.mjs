import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { createSignInStandIn } from "./sign-in-stand-in.mjs";

/** @typedef {Awaited<ReturnType<typeof createOidcStandIn>>} OidcStandIn */

const kid = "key-of-the-stand-in";

/**
 * A provider of OpenID Connect, written from OpenID Connect Core 1.0 and Discovery 1.0.
 * @param {import("./sign-in-types.ts").SignInStandInOptions} options
 */
export async function createOidcStandIn(options) {
  const keys = await generateKeyPair("RS256");
  const others = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(keys.publicKey)), kid, alg: "RS256", use: "sig" };
  return createSignInStandIn(options, {
    authorizePath: "/authorize",
    answers: {
      "/.well-known/openid-configuration": (_, { url, fault }) => ({
        status: 200,
        body: {
          issuer: fault === "false_discovery" ? "https://elsewhere.example" : url,
          authorization_endpoint: `${url}/authorize`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/keys`,
          userinfo_endpoint: `${url}/userinfo`,
          id_token_signing_alg_values_supported: ["RS256"],
        },
      }),
      "/keys": (_, { fault }) => ({ status: 200, body: { keys: [published(jwk, fault)] } }),
      "/token": async (asked, world) => {
        const redeemed = world.redeem(asked);
        if ("status" in redeemed) return redeemed;
        const { token: access_token, granted } = redeemed;
        const key = world.fault === "other_key" ? others.privateKey : keys.privateKey;
        const id_token = await idToken(key, granted, world);
        return { status: 200, body: { access_token, id_token, token_type: "Bearer" } };
      },
      // The address is told here alone, as some providers do.
      "/userinfo": ({ authorization }, { tokenOwner }) => {
        const person = tokenOwner(authorization);
        if (!person) return { status: 401, body: { error: "invalid_token" } };
        const { id: sub, name, email, verified: email_verified } = person;
        return { status: 200, body: { sub, name, email, email_verified } };
      },
    },
  });
}

/**
 * @param {import("jose").JWK} jwk
 * @param {import("./sign-in-types.ts").SignInFault} fault
 */
function published({ n, ...jwk }, fault) {
  if (fault === "broken_key") return jwk;
  return { ...jwk, n: fault === "weak_key" ? "AQ" : n };
}

/**
 * @param {import("jose").CryptoKey} key
 * @param {import("./sign-in-types.ts").Granted} granted
 * @param {import("./sign-in-stand-in.mjs").World} world
 */
function idToken(key, { nonce }, { url, person, fault, options }) {
  const now = Math.trunc(Date.now() / 1000);
  const claims = {
    ...{ sub: person.id, name: person.name, iat: now },
    ...{ nonce: fault === "other_nonce" ? "another" : nonce },
    iss: fault === "other_issuer" ? "https://elsewhere.example" : url,
    aud: fault === "other_audience" ? "another-client" : options.clientId,
    exp: fault === "expired" ? now - 3600 : now + 300,
  };
  if (fault === "unsigned") return new UnsecuredJWT(claims).encode();
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign(key);
}
