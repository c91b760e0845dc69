/** Why signing in elsewhere came to nothing, as the page's address says it. */
export const signInFailures = [
  /** The person, or the provider for them, said no. */
  "denied",
  /** Nobody here has that account, and there is no invitation. */
  "unknown_person",
  /** Another account here has the e-mail address. */
  "address_taken",
  /** The provider names no e-mail address that it has verified. */
  "address_unverified",
  /** The provider did not confirm what came back, or does not answer. */
  "not_confirmed",
  /** Not begun in this browser, too long ago, or used already. */
  "not_begun_here",
  "failed",
] as const;
export type SignInFailure = (typeof signInFailures)[number];

/** Null where nothing failed; what is none of them is some failure. */
export function readSignInFailure(text: string | null | undefined): SignInFailure | null {
  if (text === null || text === undefined) return null;
  return signInFailures.find((one) => one === text) ?? "failed";
}
