import { createHmac } from "node:crypto";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { type AuthOptions, createAuth } from "./auth";
import {
  type Begin,
  beginElsewhere,
  type CameBack,
  comeBack,
  type ProviderName,
} from "./sign-in-elsewhere";

export type SignedIn = { personId: string; sessionId: string; name: string; email: string };

/** Who people are, and how they prove it. Absent on a machine without accounts. */
export type Identity = {
  /** Whose session a request bears. */
  personOf(headers: Headers): Promise<SignedIn | null>;
  /** Evaluates a password, and begins a session where it is right. Takes as long where there is no account. */
  signIn(input: SignIn): Promise<{ personId: string; cookies: string[] } | null>;
  /** Ends the session of a request; the cookies that forget it. */
  signOut(headers: Headers): Promise<string[]>;
  hash(password: string): Promise<string>;
  verify(input: { hash: string; password: string }): Promise<boolean>;
  /** A mark that only this server can make. */
  sign(text: string): string;
  /** Leads to where people sign in elsewhere; null where nobody answers there. */
  beginElsewhere(input: Begin): Promise<{ url: string; cookies: string[] } | null>;
  /** Takes what they come back with. */
  comeBack(input: Return): Promise<CameBack>;
  readonly providers: { github: boolean; oidc: boolean };
  /** Whether cookies are for TLS alone. */
  readonly secure: boolean;
};

type Return = { provider: ProviderName; search: string; headers: Headers; address: string };
type SignIn = { email: string; password: string; address: string; userAgent: string };

/** Where the server writes the address that a request came from. */
export const addressHeader = "x-balance-address";

export function createIdentity(options: AuthOptions): Identity {
  const auth = createAuth(options);
  return {
    async personOf(headers) {
      // Only the cookie counts: whatever else a request claims about itself is not read.
      const cookie = new Headers({ cookie: headers.get("cookie") ?? "" });
      const found = await auth.api.getSession({ headers: cookie });
      if (!found) return null;
      const { user, session } = found;
      return { personId: user.id, sessionId: session.id, name: user.name, email: user.email };
    },
    async signIn({ email, password, address, userAgent }) {
      const headers = new Headers({ "user-agent": userAgent, "x-forwarded-for": address });
      const response = await auth.api.signInEmail({
        body: { email, password },
        headers,
        asResponse: true,
      });
      if (!response.ok) return null;
      const { user }: { user: { id: string } } = await response.json();
      return { personId: user.id, cookies: response.headers.getSetCookie() };
    },
    async signOut(headers) {
      const cookie = new Headers({ cookie: headers.get("cookie") ?? "" });
      const response = await auth.api.signOut({ headers: cookie, asResponse: true });
      return response.headers.getSetCookie();
    },
    hash: hashPassword,
    verify: verifyPassword,
    sign: (text) => createHmac("sha256", options.secret).update(text).digest("base64url"),
    beginElsewhere: (input) => beginElsewhere(auth, input),
    comeBack: (input) => comeBack(auth, options.baseUrl, input),
    providers: {
      github: options.providers.github !== null,
      oidc: options.providers.oidc !== null,
    },
    secure: options.baseUrl.startsWith("https://"),
  };
}
