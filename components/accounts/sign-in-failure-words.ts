import type { SignInFailure } from "@/lib/domain/sign-in-failure";

/** What somebody who comes back from signing in elsewhere is told, and what to do about it. */
export const signInFailureWords: Record<SignInFailure, string> = {
  denied: "Signing in there was refused or broken off. Nothing was changed here.",
  unknown_person:
    "Nobody here signs in with that account. To come in for the first time, open the link of your invitation.",
  address_taken:
    "There is an account with this e-mail address here already, which is not signed in to that way. Sign in with e-mail and password.",
  address_unverified:
    "There is no e-mail address there that is verified. Verify yours there, then try again.",
  not_confirmed:
    "The sign-in there was not confirmed. Try again; if it goes on, tell whoever runs this server.",
  not_begun_here:
    "This sign-in was not begun in this browser, has been used, or took too long. Begin again.",
  failed: "Signing in there did not work. Try again, or sign in with e-mail and password.",
};
