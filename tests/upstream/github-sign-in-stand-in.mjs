import { createSignInStandIn } from "./sign-in-stand-in.mjs";

/** @typedef {ReturnType<typeof createGithubSignInStandIn>} GithubSignInStandIn */

/**
 * Signing in at a GitHub Enterprise server, written from the vendor's "Authorizing OAuth apps".
 * @param {import("./sign-in-types.ts").SignInStandInOptions} options
 */
export function createGithubSignInStandIn(options) {
  return createSignInStandIn(options, {
    authorizePath: "/login/oauth/authorize",
    answers: {
      "/login/oauth/access_token": (asked, world) => {
        const redeemed = world.redeem(asked);
        if (!("status" in redeemed)) {
          return { status: 200, body: { access_token: redeemed.token, token_type: "bearer" } };
        }
        // GitHub tells what is wrong with a code in an answer that says 200.
        const body = { error: "bad_verification_code", error_description: "It is over." };
        return redeemed.status === 400 ? { status: 200, body } : redeemed;
      },
      "/api/v3/user": ({ authorization }, { tokenOwner }) => {
        const person = tokenOwner(authorization);
        if (!person) return { status: 401, body: { message: "Bad credentials" } };
        const { id, name } = person;
        return { status: 200, body: { id: Number(id), login: `login-${id}`, name, email: null } };
      },
      "/api/v3/user/emails": ({ authorization }, { tokenOwner }) => {
        const person = tokenOwner(authorization);
        if (!person) return { status: 401, body: { message: "Bad credentials" } };
        const { email, verified } = person;
        const other = { email: "other@users.example", primary: false, verified: true };
        const main = email === null ? [] : [{ email, primary: true, verified }];
        return { status: 200, body: [other, ...main] };
      },
    },
  });
}
