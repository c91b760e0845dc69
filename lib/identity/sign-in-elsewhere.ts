import type { SignInFailure } from "@/lib/domain/sign-in-failure";
import type { createAuth } from "./auth";
import { ProviderFault } from "./providers/ask-provider";
import { stateCookie } from "./trip";

export type ProviderName = "github" | "oidc";
export type Begin = {
  provider: ProviderName;
  /** A path of our own, where the person comes out, with what failed or without. */
  path: string;
  /** Whether an account may be made. */
  signUp: boolean;
};
export type CameBack = {
  path: string;
  cookies: string[];
  /** Null where a session has begun. */
  failure: SignInFailure | null;
  /** Whether the account was made just now. */
  isNew: boolean;
};

type Auth = ReturnType<typeof createAuth>;

const newMark = "new";

/** Where the browser is to go; null where the provider does not answer. */
export async function beginElsewhere(
  auth: Auth,
  { provider, path, signUp }: Begin,
): Promise<{ url: string; cookies: string[] } | null> {
  const marked = `${path}${path.includes("?") ? "&" : "?"}${newMark}=1`;
  try {
    const { headers, response } = await auth.api.signInSocial({
      body: {
        ...{ provider, requestSignUp: signUp, disableRedirect: true },
        ...{ callbackURL: path, errorCallbackURL: path, newUserCallbackURL: marked },
      },
      returnHeaders: true,
    });
    return response.url ? { url: response.url, cookies: headers.getSetCookie() } : null;
  } catch (error) {
    if (error instanceof ProviderFault) return null;
    throw error;
  }
}

/** What Better Auth calls each way to fail. A map: the name comes with the request, whatever it is. */
const failures = new Map<string, SignInFailure>([
  ["access_denied", "denied"],
  ["signup_disabled", "unknown_person"],
  ["account_not_linked", "address_taken"],
  ["email_not_found", "address_unverified"],
  ["invalid_code", "not_confirmed"],
  ["unable_to_get_user_info", "not_confirmed"],
  ["state_mismatch", "not_begun_here"],
  ["state_not_found", "not_begun_here"],
  ["no_code", "not_begun_here"],
]);

type Back = {
  provider: ProviderName;
  /** What the provider sent the browser back with. */
  search: string;
  headers: Headers;
  address: string;
};

/** Takes what came back from a provider. Nothing but our own cookies and its answer is read. */
export async function comeBack(
  auth: Auth,
  baseUrl: string,
  { provider, search, headers, address }: Back,
): Promise<CameBack> {
  if (!(await isBegunHere(auth, headers))) {
    return { path: "/sign-in", cookies: [], failure: "not_begun_here", isNew: false };
  }
  const url = `${baseUrl}/api/auth/callback/${provider}${search}`;
  const own = new Headers({
    cookie: headers.get("cookie") ?? "",
    "user-agent": (headers.get("user-agent") ?? "").slice(0, 300),
    "x-forwarded-for": address,
  });
  const response = await auth.handler(new Request(url, { headers: own }));
  const cookies = response.headers.getSetCookie();
  const location = response.headers.get("location");
  if (location === null) return { path: "/sign-in", cookies, failure: "failed", isNew: false };
  const to = new URL(location, baseUrl);
  const error = to.searchParams.get("error");
  const isNew = to.searchParams.get(newMark) !== null;
  for (const name of ["error", "error_description", newMark]) to.searchParams.delete(name);
  const failure = error === null ? null : (failures.get(error) ?? "failed");
  return { path: `${to.pathname}${to.search}`, cookies, failure, isNew };
}

/** Whether the browser has anything of a sign-in; whether it is this one's is Better Auth's to say. */
async function isBegunHere(auth: Auth, headers: Headers): Promise<boolean> {
  const { name } = (await auth.$context).createAuthCookie(stateCookie);
  const cookies = (headers.get("cookie") ?? "").split(/;\s*/);
  return cookies.some((cookie) => cookie.startsWith(`${name}=`));
}
