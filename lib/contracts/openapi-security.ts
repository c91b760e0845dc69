import { rightsOfTokens } from "@/lib/rights/rights";
import { routeRights } from "@/lib/rights/route-rights";
import type { Who } from "@/lib/rights/who";
import type { RouteContract } from "./routes/route-contract";

/** By what a caller is known on a server with accounts; without them nothing is asked. */
export const securitySchemes = {
  session: {
    type: "apiKey",
    in: "cookie",
    name: "balance.session_token",
    description:
      "Set by signing in, on a server with accounts; over https it is called __Host-balance.session_token.",
  },
  token: {
    type: "http",
    scheme: "bearer",
    description: "A token for a script, on a server with accounts. It may read, or read and write.",
  },
};
type Scheme = keyof typeof securitySchemes;

/** What a call needs with accounts, by the table that its route asks; any one of them does. */
export function securityOf({ method, path }: RouteContract): Partial<Record<Scheme, []>>[] {
  const who = routeRights[`${method.toUpperCase()} ${path}`];
  if (who?.kind === "anyone") return [];
  return who && takesTokens(who) ? [{ session: [] }, { token: [] }] : [{ session: [] }];
}

function takesTokens(who: Exclude<Who, { kind: "anyone" }>): boolean {
  return who.kind !== "person" && rightsOfTokens.write.some((right) => right === who.right);
}
